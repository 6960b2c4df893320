import { useApi } from '@backstage/frontend-plugin-api';
import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { argocdApiRef } from '../apis';

/** The applications of these owners, or of everybody, kept current while the page is open. */
export function useFleet(
  ownedBy: string[] | undefined,
): ObservedState<Observed<ArgocdApplicationSummary>> {
  const api = useApi(argocdApiRef);
  const owners = ownedBy?.join(',');
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listFleet(
        owners === undefined ? {} : { ownedBy: owners.split(',') },
        { signal },
      ),
    [api, owners],
  );
  return useObserved(load, { live: true });
}
