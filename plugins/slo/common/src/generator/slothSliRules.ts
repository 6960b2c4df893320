import { prometheusDuration } from '../domain';
import { withWindow } from '../promql';
import type { Sli } from '../specification/SloSpecification';
import type { RecordingRule } from './RuleGroup';
import { correctedRatio } from './denominatorCorrection';
import { WINDOW_LABEL, errorRatioSeries } from './names';
import type { SloPlan } from './planSlo';

/** The share of errors over every window of the alerts and over the period. */
export function slothSliRules(plan: SloPlan): RecordingRule[] {
  const { alertSeconds, periodSeconds } = plan;
  return [...alertSeconds, periodSeconds].map(seconds => ({
    record: errorRatioSeries(seconds),
    expr: expressionOf(plan, seconds),
    labels: windowLabels(plan, prometheusDuration(seconds)),
  }));
}

function expressionOf(plan: SloPlan, seconds: number): string {
  if (plan.slo.denominatorCorrected) return correctedRatio(plan, seconds);
  return seconds === plan.periodSeconds && !plan.options.disableOptimized
    ? averageOfShortRatios(plan)
    : ratio(plan.slo.sli, prometheusDuration(seconds));
}

/** Labels of a series that is about a window. What the objective says stands over what is ours, as in Sloth. */
export function windowLabels(
  { labels }: SloPlan,
  window: string,
): Record<string, string> {
  return { [WINDOW_LABEL]: window, ...labels };
}

function ratio(sli: Sli, window: string): string {
  return withWindow(
    sli.kind === 'events'
      ? `${wrapped(sli.errorQuery)}\n/\n${wrapped(sli.totalQuery)}\n`
      : wrapped(sli.errorRatioQuery),
    window,
  );
}

/** In parentheses. A comment at its end would swallow the closing one, which is Sloth's only answer to it. */
function wrapped(query: string): string {
  const lastLine = query.slice(query.lastIndexOf('\n') + 1);
  return lastLine.includes('#') ? `(${query}\n)` : `(${query})`;
}

/** Cheap, but it weighs a quiet minute like a busy one. */
function averageOfShortRatios(plan: SloPlan): string {
  const short = errorRatioSeries(plan.windows.page.quick.shortSeconds);
  const range = `${short}${plan.selector}[${prometheusDuration(plan.periodSeconds)}]`;
  return `sum_over_time(${range})\n/ ignoring (${WINDOW_LABEL})\ncount_over_time(${range})\n`;
}
