/** How long ago something was, in the largest unit that says enough. */
export type Age = {
  unit: 'now' | 'seconds' | 'minutes' | 'hours' | 'days';
  value: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Turns a distance in milliseconds into words' material. Below five seconds, and in the future (clocks differ a
 * little between machines), it is "now". Hours go up to two days, because "30 h ago" says more than "1 d ago".
 */
export function describeAge(milliseconds: number): Age {
  if (milliseconds < 5 * SECOND) return { unit: 'now', value: 0 };
  if (milliseconds < 90 * SECOND)
    return { unit: 'seconds', value: Math.floor(milliseconds / SECOND) };
  if (milliseconds < 90 * MINUTE)
    return { unit: 'minutes', value: Math.floor(milliseconds / MINUTE) };
  if (milliseconds < 2 * DAY)
    return { unit: 'hours', value: Math.floor(milliseconds / HOUR) };
  return { unit: 'days', value: Math.floor(milliseconds / DAY) };
}
