import { useAddress } from '@shopstack/plugin-kit-react';
import type { SloCalendar } from '@shopstack/plugin-slo-common';
import { useCallback, useMemo } from 'react';
import type { Extent } from '../../charts';
import {
  DETAIL_KEYS,
  readNames,
  toggleName,
  type DetailKey,
} from './addressKeys';
import { isoOf, readRange, widen, type ChosenRange } from './ranges';

const CALENDARS: readonly SloCalendar[] = ['week', 'month', 'quarter', 'year'];

/** `open` when every row was closed by hand. */
const NOTHING = 'none';

/** The state of an objective's page, which is its address. */
export interface DetailAddress {
  range: ChosenRange;
  calendar: SloCalendar;
  /** True to fit the scales to the values. */
  fit: boolean;
  isLive: boolean;
  /** Rows of the burn table that are open; undefined while nobody chose. */
  openRows: string[] | undefined;
  tables: string[];
  showRange(text: string): void;
  zoom(extent: Extent): void;
  resetZoom(): void;
  showCalendar(calendar: SloCalendar): void;
  setFit(fit: boolean): void;
  setLive(isLive: boolean): void;
  setOpenRows(rows: string[]): void;
  toggleTable(chart: string): void;
}

/** Whether the page follows what happens; until somebody pauses it. */
export function useIsLive(): boolean {
  const [address] = useAddress();
  return address.get('live') !== 'off';
}

/**
 * Reads and changes the address of an objective's page. Ranges are steps of the history, so that going back zooms out;
 * the rest is not.
 *
 * @param own text of the objective's window
 */
export function useDetailAddress(own: string): DetailAddress {
  const [address, change] = useAddress();
  const [range, from, to, scale, live, calendar, open, table] = DETAIL_KEYS.map(
    key => address.get(key) ?? undefined,
  );
  const chosen = useMemo(
    () => readRange({ range, from, to }, own),
    [range, from, to, own],
  );
  const openRows = useMemo(
    () =>
      open === undefined
        ? undefined
        : readNames(open).filter(row => row !== NOTHING),
    [open],
  );
  const tables = useMemo(() => readNames(table ?? null), [table]);
  const set = useCallback(
    (parts: Partial<Record<DetailKey, string | undefined>>) =>
      change(parts, { replace: true }),
    [change],
  );
  const zoom = useCallback(
    (extent: Extent) => {
      const [start, end] = widen(extent);
      change({ from: isoOf(start), to: isoOf(end) });
    },
    [change],
  );
  const resetZoom = useCallback(
    () => change({ from: undefined, to: undefined }),
    [change],
  );
  return {
    range: chosen,
    calendar: CALENDARS.find(each => each === calendar) ?? 'month',
    fit: scale === 'fit',
    isLive: live !== 'off',
    openRows,
    tables,
    zoom,
    resetZoom,
    showRange: text =>
      change({
        range: text === own ? undefined : text,
        from: undefined,
        to: undefined,
      }),
    showCalendar: next =>
      set({ calendar: next === 'month' ? undefined : next }),
    setFit: fit => set({ scale: fit ? 'fit' : undefined }),
    setLive: isLive => set({ live: isLive ? undefined : 'off' }),
    setOpenRows: rows => set({ open: rows.join(',') || NOTHING }),
    toggleTable: chart =>
      set({ table: toggleName(tables, chart).join(',') || undefined }),
  };
}
