import type { SloSummary } from '../api/types';
import { SLO_STATES } from './SloState';

/** Orders the worst first: by state, then the least budget, then the name. What has no budget comes after what has. */
export function compareSlos(
  one: Pick<SloSummary, 'state' | 'budget' | 'id' | 'instance'>,
  other: Pick<SloSummary, 'state' | 'budget' | 'id' | 'instance'>,
): number {
  return (
    SLO_STATES.indexOf(one.state) - SLO_STATES.indexOf(other.state) ||
    compareNumbers(one.budget.remaining, other.budget.remaining) ||
    compareTexts(one.id, other.id) ||
    compareTexts(one.instance, other.instance)
  );
}

function compareNumbers(one: number | undefined, other: number | undefined) {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined ? -1 : one - other;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
