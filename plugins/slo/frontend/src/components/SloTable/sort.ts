import { compareSlos, type SloSummary } from '@shopstack/plugin-slo-common';
import { measuredBudget } from '../../measured';
import type { SloSortKey } from './columns';

/** By which column a list stands, and whether it stands the other way round. */
export interface SloSort {
  column: SloSortKey;
  isReversed: boolean;
}

/** The worst first. */
export const WORST_FIRST: SloSort = { column: 'state', isReversed: false };

type Key = (slo: SloSummary) => number | string | undefined;

/** What a column is ordered by: first what one looks for in it. State is the order of `compareSlos`. */
const KEYS: Record<Exclude<SloSortKey, 'state'>, Key> = {
  name: slo => slo.title.toLocaleLowerCase(),
  target: slo => -slo.objective,
  sli: slo => (measuredBudget(slo) === undefined ? undefined : slo.sli),
  budget: measuredBudget,
  burn: slo => (slo.burn === undefined ? undefined : -slo.burn),
  ends: slo => {
    const remaining = measuredBudget(slo);
    if (remaining !== undefined && remaining <= 0) return 0;
    return slo.exhaustsAt && Date.parse(slo.exhaustsAt);
  },
  alerts: slo => {
    const loud = slo.alerts.filter(({ status }) => status === 'firing').length;
    return slo.alerts.length === 0 ? undefined : -loud;
  },
};

/** Orders a list; what has no value stands last either way, and what is equal stands the worst first. */
export function sortSlos(slos: SloSummary[], sort: SloSort): SloSummary[] {
  const { column, isReversed } = sort;
  const sign = isReversed ? -1 : 1;
  if (column === 'state') {
    return [...slos].sort((a, b) => sign * compareSlos(a, b));
  }
  const key = KEYS[column];
  return [...slos].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === other) return compareSlos(a, b);
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return sign * (one < other ? -1 : 1);
  });
}

/** As addresses hold it: `budget`, or `-budget` the other way round; nothing for the worst first. */
export function formatSort({ column, isReversed }: SloSort): string {
  const text = `${isReversed ? '-' : ''}${column}`;
  return text === WORST_FIRST.column ? '' : text;
}

/** The order that an address names; the worst first where it names none. */
export function parseSort(text: string): SloSort {
  const column = text.replace(/^-/, '');
  const isKnown = column === 'state' || column in KEYS;
  return isKnown
    ? { column: column as SloSortKey, isReversed: text.startsWith('-') }
    : WORST_FIRST;
}
