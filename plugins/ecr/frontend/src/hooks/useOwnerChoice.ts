import { useAddress } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';

/** Whose services are shown: `mine`, `all`, or the entity reference of an owner. Undefined: nobody has chosen. */
export type OwnerChoice = string | undefined;

/** Values of the choice that are no entity references. */
export const MINE = 'mine';
export const ALL = 'all';

const KEY = 'owner';

/** The choice in the page's address. */
export function useOwnerChoice(): [OwnerChoice, (choice: string) => void] {
  const [address, change] = useAddress();
  const choose = useCallback(
    (choice: string) => change({ [KEY]: choice }, { replace: true }),
    [change],
  );
  return [address.get(KEY) ?? undefined, choose];
}
