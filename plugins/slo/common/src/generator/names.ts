import { prometheusDuration } from '../domain';
import {
  type SloSpecification,
  sloId,
} from '../specification/SloSpecification';

// Names of series and labels. Those of Sloth are in its pkg/common/conventions; the `sli_total` and `sli_slice` ones are ours.

/** Share of bad events over a window. */
export function errorRatioSeries(windowSeconds: number): string {
  return `slo:sli_error:ratio_rate${prometheusDuration(windowSeconds)}`;
}

/** Events of a window; slices of time where the objective counts those. */
export function totalSeries(windowSeconds: number): string {
  return `slo:sli_total:increase${prometheusDuration(windowSeconds)}`;
}

/** The share that the events of a window have in those of the period; of Sloth's plugin `denominator_corrected_rules`. */
export function numeratorCorrectionSeries(windowSeconds: number): string {
  return `slo:numerator_correction:ratio${prometheusDuration(windowSeconds)}`;
}

/** Events a second now, which is over 5 minutes. */
export const TOTAL_RATE_SERIES = 'slo:sli_total:rate5m';
/** The share of the budget that one slice of time spends: 0 or 1, or the share of bad events in it. */
export const SLICE_SERIES = 'slo:sli_slice:error_ratio';

export const OBJECTIVE_SERIES = 'slo:objective:ratio';
export const ERROR_BUDGET_SERIES = 'slo:error_budget:ratio';
export const TIME_PERIOD_SERIES = 'slo:time_period:days';
export const CURRENT_BURN_SERIES = 'slo:current_burn_rate:ratio';
export const PERIOD_BURN_SERIES = 'slo:period_burn_rate:ratio';
export const BUDGET_REMAINING_SERIES =
  'slo:period_error_budget_remaining:ratio';
export const INFO_SERIES = 'sloth_slo_info';

export const WINDOW_LABEL = 'sloth_window';
export const SEVERITY_LABEL = 'sloth_severity';

/** The labels by which everything of one objective is found. */
export function idLabels(slo: SloSpecification): Record<string, string> {
  return {
    sloth_id: sloId(slo),
    sloth_service: slo.service,
    sloth_slo: slo.name,
  };
}

/** `{sloth_id="…", sloth_service="…", sloth_slo="…"}`, as Sloth writes it. */
export function idSelector(slo: SloSpecification): string {
  const matchers = Object.entries(idLabels(slo)).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `{${matchers.join(', ')}}`;
}
