import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { type ObservedState, useObserved } from '@shopstack/plugin-kit-react';
import type { ServiceLinks } from '@shopstack/plugin-operations-common';
import { useCallback } from 'react';
import { operationsApiRef } from '../apis';

/** Where to look at a service, and whom to call. */
export function useLinks(entity: Entity): ObservedState<ServiceLinks> {
  const api = useApi(operationsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listLinks(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { live: true });
}
