import {
  eventsBudget,
  minutesBudget,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import type { WindowSpending } from './readSpending';
import type { Spending } from './spendingQueries';

/** The part of a summary that the detail measures itself. */
export type MeasuredBudget = Pick<SloSummary, 'sli' | 'budget'>;

/**
 * The budget of an objective, which lists know, with the events of a rolling window that were counted where nobody
 * recorded them, and the minutes of the whole window where time is counted.
 */
export function detailBudget(
  {
    sli,
    budget,
    objective,
    window,
    budgeting,
  }: Pick<SloSummary, 'sli' | 'budget' | 'objective' | 'window' | 'budgeting'>,
  by: Spending['by'] | undefined,
  spent: WindowSpending | undefined,
): MeasuredBudget {
  const { remaining } = budget;
  const events =
    by === 'events' && spent
      ? eventsBudget({ objective, total: spent.total, bad: spent.bad })
      : budget.events;
  const minutes =
    budgeting === 'timeslices' && remaining !== undefined
      ? minutesBudget({ objective, windowSeconds: window.seconds, remaining })
      : undefined;
  return {
    ...(sli !== undefined && { sli }),
    budget: {
      ...(remaining !== undefined && { remaining }),
      ...(events && { events }),
      ...(minutes && { minutes }),
    },
  };
}
