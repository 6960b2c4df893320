import { useApi } from '@backstage/frontend-plugin-api';
import type { BuildDetails, BuildId } from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { buildsApiRef } from '../apis';

/** What is known of one build beyond its row, kept current while it is open. */
export function useBuildDetails(
  entityRef: string,
  { executor, id }: BuildId,
): ObservedState<Observed<BuildDetails>> {
  const api = useApi(buildsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getBuild(entityRef, { executor, id }, { signal }),
    [api, entityRef, executor, id],
  );
  return useObserved(load, { live: true });
}
