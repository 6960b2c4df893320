import { prometheusDuration } from '@shopstack/plugin-slo-common';

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
 * Since when there is data, seen at every sixth hour; of what is younger than that, at every fifth minute (the clock may have
 * struck such an hour since it began, so that finding it there is not enough). The share over
 * a day is there for a day after an event, so that a service with little traffic is seen as well. The time comes along:
 * that nothing was there when it was looked is known as well, and what is there later is young.
 */
export function historyQuery(rangeSeconds: number): string {
  const first = (range: string) =>
    `min_over_time(timestamp({__name__=~"${SLI_PREFIX}(5m|1d)"})[${range}])`;
  const coarse = prometheusDuration(Math.max(rangeSeconds, COARSE_SECONDS));
  return [
    `${first(`${coarse}:${COARSE_STEP}`)} < time() - ${COARSE_SECONDS}`,
    first(`${prometheusDuration(COARSE_SECONDS)}:${FINE_STEP}`),
    'vector(time())',
  ].join(' or ');
}
