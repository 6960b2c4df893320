import { useApi } from '@backstage/frontend-plugin-api';
import { isComplete } from '@shopstack/plugin-kit-common';
import {
  useMyOwners,
  useObserved,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import type { SloApi, SloList } from '@shopstack/plugin-slo-common';
import { useCallback } from 'react';
import { sloApiRef } from '../apis';

/** Whose objectives are shown: nobody has chosen, one's own teams', or everybody's. */
export type Whose = '' | 'mine' | 'all';

/** Objectives, and whose they are. */
export interface ListedSlos extends SloList {
  scope: 'mine' | 'all';
}

/** Who is in no team, and is no owner either. */
const NOBODYS: ListedSlos = {
  items: [],
  sources: [],
  totals: {} as ListedSlos['totals'],
  scope: 'mine',
};

async function readMine(
  api: SloApi,
  ownedBy: string[],
  signal: AbortSignal,
): Promise<ListedSlos | undefined> {
  // Without owners the question would be one for everybody's.
  return ownedBy.length > 0
    ? { ...(await api.listAllSlos({ ownedBy }, { signal })), scope: 'mine' }
    : undefined;
}

/** The objectives of one's teams or of everybody. Without a choice: one's own, or everybody's when there are none. */
export function useAllSlos(whose: Whose): ObservedState<ListedSlos> {
  const api = useApi(sloApiRef);
  const me = useMyOwners();
  // Who asks for everybody's is not asked to wait for who they are.
  const mine = whose === 'all' ? undefined : me;
  const load = useCallback(
    async (signal: AbortSignal): Promise<ListedSlos> => {
      const readAll = async (): Promise<ListedSlos> => ({
        ...(await api.listAllSlos({}, { signal })),
        scope: 'all',
      });
      if (whose === 'all') return readAll();
      // Without this the page would ask for everybody's first, and show them for a moment.
      if (!mine) return new Promise(() => {});
      const owned = await readMine(api, mine, signal);
      // None at all is known only when every source has answered.
      const isNone = !owned || (owned.items.length === 0 && isComplete(owned));
      if (whose === '' && isNone) return readAll();
      return owned ?? NOBODYS;
    },
    [api, whose, mine],
  );
  return useObserved(load, { live: true });
}
