const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time for people, in the largest unit that says enough, rounded down: it is never longer than it is. */
export function timeLeft(seconds: number): {
  unit: 'days' | 'hours' | 'minutes' | 'soon';
  count: number;
} {
  if (seconds >= 2 * DAY) {
    return { unit: 'days', count: Math.floor(seconds / DAY) };
  }
  if (seconds >= 2 * HOUR) {
    return { unit: 'hours', count: Math.floor(seconds / HOUR) };
  }
  const minutes = Math.floor(seconds / MINUTE);
  return minutes > 0
    ? { unit: 'minutes', count: minutes }
    : { unit: 'soon', count: 0 };
}
