import { prometheusDuration } from '../domain';
import type { RecordingRule } from './RuleGroup';
import { guardedRatio } from './guardedRatio';
import { inParentheses } from './inParentheses';
import { SLICE_SERIES, errorRatioSeries } from './names';
import type { SloPlan } from './planSlo';
import { overSlices } from './slices';
import { windowLabels } from './slothSliRules';
import { totalRules } from './totalRules';

/** The share of errors over every window of the alerts and over the period, and how many events there were. */
export function guardedSliRules(plan: SloPlan): RecordingRule[] {
  const windows = [...new Set([...plan.alertSeconds, plan.periodSeconds])];
  return [
    ...sliceRules(plan),
    ...windows.map(seconds => ({
      record: errorRatioSeries(seconds),
      expr:
        overSlices(plan, seconds, 'avg_over_time') ??
        guardedRatio(plan.slo.sli, prometheusDuration(seconds)).ratio,
      labels: windowLabels(plan, prometheusDuration(seconds)),
    })),
    ...totalRules(plan),
  ];
}

/** What the slice of time that ends now spends, for objectives that count slices. */
function sliceRules(plan: SloPlan): RecordingRule[] {
  const { budgeting, sli } = plan.slo;
  if (budgeting.method === 'occurrences') return [];
  const slice = prometheusDuration(budgeting.sliceSeconds);
  const { ratio } = guardedRatio(sli, slice);
  return [
    {
      record: SLICE_SERIES,
      expr:
        budgeting.method === 'timeslices'
          ? `1 - ${inParentheses(ratio.trim())} < bool ${budgeting.sliceTarget}\n`
          : ratio,
      labels: windowLabels(plan, slice),
    },
  ];
}
