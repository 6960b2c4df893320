import { useApi } from '@backstage/frontend-plugin-api';
import type { EcrFindings, EcrImageId } from '@shopstack/plugin-ecr-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { ecrApiRef } from '../apis';

/** The findings of one image. Asking for them makes the portal read them. */
export function useFindings(
  entityRef: string,
  { repositoryArn, digest }: EcrImageId,
): ObservedState<EcrFindings> {
  const api = useApi(ecrApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listFindings(entityRef, { repositoryArn, digest }, { signal }),
    [api, entityRef, repositoryArn, digest],
  );
  return useObserved(load, { live: true });
}
