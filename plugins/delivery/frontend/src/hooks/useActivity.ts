import { useApi } from '@backstage/frontend-plugin-api';
import type { DeliveryActivity } from '@shopstack/plugin-delivery-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { deliveryApiRef } from '../apis';

/** The answer names only sources in trouble, so every signal may be for it. */
const sourcesOf = () => [];

/** The latest deployments of all services, newest first. */
export function useActivity(
  limit: number,
): ObservedState<Observed<DeliveryActivity>> {
  const api = useApi(deliveryApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listActivity({ limit }, { signal }),
    [api, limit],
  );
  return useObserved(load, { live: sourcesOf });
}
