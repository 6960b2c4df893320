import {
  budgetRemaining,
  eventsBudget,
  minutesBudget,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import type { WindowSpending } from './readSpending';
import type { Spending } from './spendingQueries';

/** The part of a summary that the detail measures itself. */
export type MeasuredBudget = Pick<SloSummary, 'sli' | 'budget'>;

/**
 * The budget of an objective with what was counted over its own window. A rolling window is recorded, and only gains
 * the events. A calendar window is not: its share of errors is that of the window so far; where time is counted, of all
 * the time that the window will have, which is known from its start, while its events are not.
 */
export function detailBudget(
  slo: Pick<
    SloSummary,
    'sli' | 'budget' | 'objective' | 'window' | 'budgeting'
  >,
  by: Spending['by'] | undefined,
  spent: WindowSpending | undefined,
): MeasuredBudget {
  const measured =
    slo.window.kind === 'calendar' ? ofCalendar(slo, spent) : slo;
  const { remaining } = measured.budget;
  const events =
    by === 'events' && spent
      ? eventsBudget({ ...slo, total: spent.total, bad: spent.bad })
      : measured.budget.events;
  const minutes =
    slo.budgeting === 'timeslices' && remaining !== undefined
      ? minutesBudget({
          objective: slo.objective,
          windowSeconds: slo.window.seconds,
          remaining,
        })
      : undefined;
  return {
    ...(measured.sli !== undefined && { sli: measured.sli }),
    budget: {
      ...(remaining !== undefined && { remaining }),
      ...(events && { events }),
      ...(minutes && { minutes }),
    },
  };
}

function ofCalendar(
  {
    objective,
    window,
    budgeting,
  }: Pick<SloSummary, 'objective' | 'window' | 'budgeting'>,
  spent: WindowSpending | undefined,
): MeasuredBudget {
  if (!spent) return { budget: {} };
  const errorRatio = spent.bad / spent.total;
  const part = budgeting === 'timeslices' ? spent.elapsed / window.seconds : 1;
  return {
    sli: 1 - errorRatio,
    budget: { remaining: budgetRemaining(errorRatio * part, objective) },
  };
}
