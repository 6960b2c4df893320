import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  REREAD_SECONDS,
  useObserved,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { argocdApiRef } from '../apis';

/** The applications that an entity selects. */
export function useApplications(
  entity: Entity,
): ObservedState<Observed<ArgocdApplication>> {
  const api = useApi(argocdApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listApplications(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { everySeconds: REREAD_SECONDS });
}
