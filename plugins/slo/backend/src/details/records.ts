import type { SloSummary } from '@shopstack/plugin-slo-common';
import { selector } from './promql';
import { parseSloId } from './parseSloId';

/** What identifies an objective in the series that are recorded for it. */
export type RecordedSlo = Pick<
  SloSummary,
  'instance' | 'id' | 'service' | 'name' | 'labels'
>;

/** The same, with the time over which it is held. */
export type WindowedSlo = RecordedSlo & Pick<SloSummary, 'window'>;

/** Names of the series that Sloth records, and ours beside them (`docs` of the generator). */
export const SLI_RECORD = 'slo:sli_error:ratio_rate';
export const BUDGET_REMAINING_RECORD =
  'slo:period_error_budget_remaining:ratio';
export const CURRENT_BURN_RECORD = 'slo:current_burn_rate:ratio';
export const TOTAL_RATE_RECORD = 'slo:sli_total:rate5m';

/** Windows that Sloth records for every objective beside its period, ascending, in seconds with their names. */
export const RECORDED_WINDOWS: readonly [number, string][] = [
  [300, '5m'],
  [1_800, '30m'],
  [3_600, '1h'],
  [7_200, '2h'],
  [21_600, '6h'],
  [86_400, '1d'],
  [259_200, '3d'],
];

/** The labels by which the series of an objective are found. */
export function recordedLabels({ id }: RecordedSlo): Record<string, string> {
  const { slothId, variant } = parseSloId(id);
  return { sloth_id: slothId, ...variant };
}

/** The series of an objective under a recorded name. */
export function recorded(slo: RecordedSlo, name: string): string {
  return selector(name, recordedLabels(slo));
}

/** The recorded share of errors over a window, for example `5m`. */
export function recordedRatio(slo: RecordedSlo, window: string): string {
  return recorded(slo, `${SLI_RECORD}${window}`);
}

/**
 * The smallest recorded window that covers a step, so that no event falls between two points: at an hour between points
 * the 5 minute share would miss eleven twelfths of what happened.
 */
export function windowForStep(stepSeconds: number): string {
  const fits = RECORDED_WINDOWS.find(([seconds]) => seconds >= stepSeconds);
  return (fits ?? RECORDED_WINDOWS[RECORDED_WINDOWS.length - 1])[1];
}

/** The recorded shares of errors over all windows. */
export function allRecordedRatios(slo: RecordedSlo): string {
  const labels = recorded(slo, '').slice(1);
  return `{__name__=~"${SLI_RECORD}.+",${labels}`;
}
