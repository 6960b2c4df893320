import { useApi } from '@backstage/frontend-plugin-api';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  useMyOwners,
  useObserved,
  type ObservedState,
} from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { ecrApiRef } from '../apis';
import { ALL, MINE, type OwnerChoice } from './useOwnerChoice';

/** Running images with what was found in them, and whose they are. */
export interface ServiceScans extends Observed<EcrServiceScan> {
  /** The choice that was answered: `mine`, `all`, or an owner. */
  scope: string;
}

/** The running images of the chosen owners, the worst first. Without a choice: the person's own, or all when there are none. */
export function useServiceScans(
  choice: OwnerChoice,
): ObservedState<ServiceScans> {
  const api = useApi(ecrApiRef);
  const me = useMyOwners();
  const isMine = choice === undefined || choice === MINE;
  // Who asks for others is not asked to wait for who they are.
  const mine = isMine ? me : undefined;
  const load = useCallback(
    async (signal: AbortSignal): Promise<ServiceScans> => {
      const read = async (scope: string, ownedBy?: string[]) => ({
        ...(await api.listServiceScans({ ownedBy }, { signal })),
        scope,
      });
      if (choice === ALL) return read(ALL);
      if (choice !== undefined && choice !== MINE) {
        return read(choice, [choice]);
      }
      // Without this the page would ask for everybody's first, and show them for a moment.
      if (!mine) return new Promise(() => {});
      const owned: ServiceScans =
        mine.length > 0
          ? await read(MINE, mine)
          : { items: [], sources: [], scope: MINE };
      if (owned.items.length > 0 || choice === MINE) return owned;
      return read(ALL);
    },
    [api, choice, mine],
  );
  return useObserved(load, { live: true });
}
