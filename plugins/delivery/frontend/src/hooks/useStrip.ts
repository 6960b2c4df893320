import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DeliveryStrip } from '@shopstack/plugin-delivery-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { deliveryApiRef } from '../apis';

/** One service over its environments. */
export function useStrip(entity: Entity): ObservedState<DeliveryStrip> {
  const api = useApi(deliveryApiRef);
  const entityRef = stringifyEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getStrip(entityRef, { signal }),
    [api, entityRef],
  );
  return useObserved(load, { live: true });
}
