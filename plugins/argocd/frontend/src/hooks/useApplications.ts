import { useApi } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { argocdApiRef } from '../apis';

/** The applications that an entity selects, kept current while the page is open. */
export function useApplications(
  entityRef: string,
): ObservedState<Observed<ArgocdApplication>> {
  const api = useApi(argocdApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listApplications(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { live: true });
}
