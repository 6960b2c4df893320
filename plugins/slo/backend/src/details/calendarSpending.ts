import type { SloSummary } from '@shopstack/plugin-slo-common';
import { type CountedBy, calendarQuery } from '../overview/calendarQuery';
import { budgetWindowOf, elapsedSeconds } from './budgetWindow';
import type { SpendingQuery } from './readSpending';
import { recorded } from './records';

/** The queries behind what a summary says of a calendar window, as of now (Unix seconds). */
export function calendarSpendingQueries(
  slo: SloSummary,
  now: number,
): SpendingQuery[] {
  const queries = calendarQuery(
    countedBy(slo),
    recorded(slo, ''),
    elapsedSeconds(budgetWindowOf(slo), now),
  );
  return (['total', 'errors'] as const).map(subject => ({
    subject,
    promql: queries[subject],
  }));
}

function countedBy({ budgeting, budget }: SloSummary): CountedBy {
  if (budgeting === 'timeslices') return 'slices';
  return budget.events ? 'events' : 'ratio';
}
