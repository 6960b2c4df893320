import { listWindows, prometheusDuration } from '../domain';
import { eventsOver } from '../promql';
import type { RecordingRule } from './RuleGroup';
import { alertSeverities } from './alertSeverities';
import { guardedRatio } from './guardedRatio';
import { TOTAL_RATE_SERIES, totalSeries } from './names';
import type { SloPlan } from './planSlo';
import { overSlices } from './slices';
import { windowLabels } from './slothSliRules';

const FIVE_MINUTES = 300;

/** Events of the period, and of the long windows that alerts ask about; events a second now. */
export function totalRules(plan: SloPlan): RecordingRule[] {
  const severities = alertSeverities(plan);
  const seconds = listWindows(plan.windows)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ longSeconds }) => longSeconds)
    .concat(plan.periodSeconds)
    .sort((a, b) => a - b);
  return [
    ...[...new Set(seconds)].flatMap(each =>
      record(plan, totalSeries(each), each, countOver(plan, each)),
    ),
    ...record(plan, TOTAL_RATE_SERIES, FIVE_MINUTES, requestRate(plan)),
  ];
}

/** Whether the rules of an objective record how many events, or slices of time, there were. */
export function countsEvents(plan: SloPlan): boolean {
  return countOver(plan, plan.periodSeconds) !== undefined;
}

/** Whether the rules record how many events there are a second. */
export function countsRequests(plan: SloPlan): boolean {
  return requestRate(plan) !== undefined;
}

function countOver(plan: SloPlan, seconds: number): string | undefined {
  return (
    overSlices(plan, seconds, 'count_over_time') ??
    eventsOfWindow(plan, seconds)
  );
}

function eventsOfWindow(plan: SloPlan, seconds: number): string | undefined {
  const { total } = guardedRatio(plan.slo.sli, prometheusDuration(seconds));
  return total && eventsOver(total, seconds);
}

/**
 * Events a second over 5 minutes, from the query of the objective: one of rates answers it as it is, one that counts
 * is divided by its seconds. Undefined where events cannot be counted.
 */
export function requestRate(plan: SloPlan): string | undefined {
  const { total } = guardedRatio(
    plan.slo.sli,
    prometheusDuration(FIVE_MINUTES),
  );
  const events = eventsOfWindow(plan, FIVE_MINUTES);
  if (!total || !events) return undefined;
  return events === total ? `(${total}) / ${FIVE_MINUTES}` : total;
}

function record(
  plan: SloPlan,
  name: string,
  seconds: number,
  expr: string | undefined,
): RecordingRule[] {
  const labels = windowLabels(plan, prometheusDuration(seconds));
  return expr === undefined ? [] : [{ record: name, expr, labels }];
}
