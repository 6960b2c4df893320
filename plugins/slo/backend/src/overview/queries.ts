import { prometheusDuration } from '@shopstack/plugin-slo-common';
import { quoteLabel } from '../details/promql';

/** Prefixes of series whose names end in a window. */
export const SLI_PREFIX = 'slo:sli_error:ratio_rate';
export const TOTAL_PREFIX = 'slo:sli_total:increase';

export const OBJECTIVE = 'slo:objective:ratio';
export const TIME_PERIOD = 'slo:time_period:days';

/** Which objectives there are, and what is said about them. */
export const INFO_QUERY = 'sloth_slo_info';

/** The shares of errors of all objectives over all windows. */
export const RATIOS_QUERY = `{__name__=~"${SLI_PREFIX}.+"}`;

/** Objectives, periods and numbers of events. */
export const NUMBERS_QUERY = `{__name__=~"${OBJECTIVE}|${TIME_PERIOD}|${TOTAL_PREFIX}.+"}`;

/** Alerts that are not at rest, and since when. */
export const ALERTS_QUERY =
  '{__name__=~"ALERTS|ALERTS_FOR_STATE",sloth_id!=""}';

const COARSE_STEP = '6h';
const COARSE_SECONDS = 6 * 3_600;
const FINE_STEP = '5m';

/**
 * Since when there is data, seen at every sixth hour; of what is younger than that, at every fifth minute. The share over
 * a day is there for a day after an event, so that a service with little traffic is seen as well.
 */
export function historyQuery(rangeSeconds: number): string {
  const first = (range: string) =>
    `min_over_time(timestamp({__name__=~"${SLI_PREFIX}(5m|1d)"})[${range}])`;
  return `${first(`${prometheusDuration(Math.max(rangeSeconds, COARSE_SECONDS))}:${COARSE_STEP}`)} or ${first(`${prometheusDuration(COARSE_SECONDS)}:${FINE_STEP}`)}`;
}

/** Label of what counts slices of time in the answer of `calendarQuery`. */
export const SLICES_LABEL = 'shopstack_part';

/**
 * The shares of errors of these objectives since so many seconds: of the events where their number is recorded, else of
 * the time with data; and of the slices of time of those that count slices.
 */
export function calendarQuery(ids: readonly string[], seconds: number): string {
  const wanted = `{sloth_id=~${quoteLabel(ids.map(escapeRegex).join('|'))}}`;
  const since = `[${prometheusDuration(seconds)}:${FINE_STEP}]`;
  const errors = `${SLI_PREFIX}5m${wanted}`;
  const total = `slo:sli_total:rate5m${wanted}`;
  const slices = `slo:sli_slice:error_ratio${wanted}`;
  return [
    `sum_over_time((${errors} * ${total})${since}) / (sum_over_time(${total}${since}) > 0)`,
    `avg_over_time((${errors} >= 0)${since})`,
    `label_replace(avg_over_time((${slices} >= 0)${since}), "${SLICES_LABEL}", "slices", "", "")`,
  ].join(' or ');
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
