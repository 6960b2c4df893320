import { useAddress } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo } from 'react';
import {
  FILTER_KEYS,
  readSloFilter,
  type SloChoice,
  type SloFilter,
} from '../sloFilter';

/** Parts of the filter as texts; empty takes a part away. */
type FilterParts = Partial<Record<SloChoice | 'search' | 'state', string>>;

/** The filter in the address of the page, and ways to change it. */
export function useSloFilter(): {
  filter: SloFilter;
  change(parts: FilterParts): void;
  clear(): void;
} {
  const [address, changeAddress] = useAddress();
  const filter = useMemo(() => readSloFilter(address), [address]);
  const change = useCallback(
    (parts: FilterParts) =>
      changeAddress(
        Object.fromEntries(
          Object.entries(parts).map(([part, value]) => [
            FILTER_KEYS[part as keyof FilterParts],
            value || undefined,
          ]),
        ),
        { replace: true },
      ),
    [changeAddress],
  );
  const clear = useCallback(
    () =>
      change(
        Object.fromEntries(Object.keys(FILTER_KEYS).map(part => [part, ''])),
      ),
    [change],
  );
  return { filter, change, clear };
}
