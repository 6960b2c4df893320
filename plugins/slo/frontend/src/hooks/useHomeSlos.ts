import { useApi } from '@backstage/frontend-plugin-api';
import { isComplete } from '@shopstack/plugin-kit-common';
import { useObserved, type ObservedState } from '@shopstack/plugin-kit-react';
import type { SloState } from '@shopstack/plugin-slo-common';
import { useCallback } from 'react';
import { sloApiRef } from '../apis';
import type { ListedSlos } from './useAllSlos';

/** States that a person should look at before anything else. */
export const URGENT_STATES: readonly SloState[] = ['burning', 'exhausted'];

/**
 * What the first page of the portal shows: the objectives of these owners; when they have none, those of everybody that
 * burn or are exhausted, for hundreds that hold would be read for nothing.
 *
 * @param owners entity references; keep the array's identity between renders. Undefined while not known yet.
 */
export function useHomeSlos(
  owners: string[] | undefined,
): ObservedState<ListedSlos> {
  const api = useApi(sloApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ListedSlos> => {
      // Without this the page would ask for everybody's first, and show them for a moment.
      if (!owners) return new Promise(() => {});
      if (owners.length > 0) {
        const mine = await api.listAllSlos({ ownedBy: owners }, { signal });
        // None at all is known only when every source has answered.
        if (mine.items.length > 0 || !isComplete(mine)) {
          return { ...mine, scope: 'mine' };
        }
      }
      const all = await api.listAllSlos(
        { state: [...URGENT_STATES] },
        { signal },
      );
      return { ...all, scope: 'all' };
    },
    [api, owners],
  );
  return useObserved(load, { live: true });
}
