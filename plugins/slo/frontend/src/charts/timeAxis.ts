import { DateTime } from 'luxon';

const DAY = 86_400;

/** In the zone of the person who looks. */
const local = (seconds: number) => DateTime.fromSeconds(seconds);

/**
 * The words below a time axis: hours as `14:00`, the day where it begins, and days alone where the steps are days.
 *
 * @param times Unix seconds
 * @param step seconds between two of them
 */
export function formatTimes(times: number[], step: number): string[] {
  return times.map((seconds, index) => {
    const moment = local(seconds);
    if (step >= 28 * DAY) return moment.toFormat('LLL yyyy');
    if (step >= DAY) return moment.toFormat('d LLL');
    const previous = index > 0 ? local(times[index - 1]) : undefined;
    const isNewDay = previous && !previous.hasSame(moment, 'day');
    if (isNewDay) return moment.toFormat('d LLL');
    return moment.toFormat(step < 60 ? 'HH:mm:ss' : 'HH:mm');
  });
}

/** One moment of a chart in words: `Sat 21 Nov, 14:05`. */
export function formatMoment(seconds: number): string {
  return local(seconds).toFormat('ccc d LLL, HH:mm');
}
