import { prometheusDuration } from '../domain';
import { withWindow } from '../promql';
import type { RecordingRule } from './RuleGroup';
import { numeratorCorrectionSeries } from './names';
import type { SloPlan } from './planSlo';

/** The share of errors of a window, its errors weighed by the traffic of that window. */
export function correctedRatio(plan: SloPlan, seconds: number): string {
  const { errorQuery, totalQuery } = eventsOf(plan);
  return withWindow(
    [
      '(',
      `${numeratorCorrectionSeries(seconds)}${plan.selector}`,
      '* on()',
      errorQuery,
      ')',
      '/',
      `(${totalQuery})`,
      '',
    ].join('\n'),
    prometheusDuration(seconds),
  );
}

/** The weights of all windows, where an objective asks for them. */
export function correctionRules(plan: SloPlan): RecordingRule[] {
  if (!plan.slo.denominatorCorrected) return [];
  const { totalQuery } = eventsOf(plan);
  const totalOver = (seconds: number) =>
    `(${withWindow(totalQuery, prometheusDuration(seconds))})`;
  return [...plan.alertSeconds, plan.periodSeconds].map(seconds => ({
    record: numeratorCorrectionSeries(seconds),
    expr: `${totalOver(seconds)}/${totalOver(plan.periodSeconds)}`,
    labels: plan.labels,
  }));
}

/** The parser refuses the plugin for anything but events. */
function eventsOf({ slo: { sli } }: SloPlan) {
  if (sli.kind !== 'events') {
    throw new TypeError('Only events can be weighed by their traffic');
  }
  return sli;
}
