import { useApi } from '@backstage/frontend-plugin-api';
import type { DeliveryServices } from '@shopstack/plugin-delivery-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { deliveryApiRef } from '../apis';

/** Services with their state, and whether they are those of the owners or everybody's. */
interface ListedServices extends DeliveryServices {
  scope: 'owned' | 'all';
}

/** The answer as a whole names only sources in trouble; each service names all of its own. */
const sourcesOf = ({ items }: ListedServices) =>
  items.flatMap(({ sources }) => sources);

/**
 * The services of these owners; everybody's when they own none.
 *
 * @param owners entity references; keep the array's identity between renders. Undefined while not known yet.
 */
export function useServices(
  owners: string[] | undefined,
): ObservedState<ListedServices> {
  const api = useApi(deliveryApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ListedServices> => {
      // Without this the page would ask for everybody's services first, and show them for a moment.
      if (!owners) return new Promise(() => {});
      if (owners.length > 0) {
        const owned = await api.listServices({ ownedBy: owners }, { signal });
        if (owned.items.length > 0) return { ...owned, scope: 'owned' };
      }
      const all = await api.listServices({}, { signal });
      return { ...all, scope: 'all' };
    },
    [api, owners],
  );
  return useObserved(load, { live: sourcesOf });
}
