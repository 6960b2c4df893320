import { useApi } from '@backstage/frontend-plugin-api';
import type { EcrImageDetails, EcrImageId } from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { ecrApiRef } from '../apis';

/** What is known of one image beyond its row. */
export function useImageDetails(
  entityRef: string,
  { repositoryArn, digest }: EcrImageId,
): ObservedState<Observed<EcrImageDetails>> {
  const api = useApi(ecrApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getImageDetails(entityRef, { repositoryArn, digest }, { signal }),
    [api, entityRef, repositoryArn, digest],
  );
  return useObserved(load, { live: true });
}
