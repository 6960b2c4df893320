import type { Retry } from '../types';

/** Seconds before attempt number `attempt` (from 0) is made again. */
export function retryDelay(
  {
    duration = '5s',
    factor = 2,
    maxDuration = '3m',
  }: NonNullable<Retry['backoff']> = {},
  attempt: number,
): number {
  return Math.min(
    parseSeconds(duration) * factor ** attempt,
    parseSeconds(maxDuration),
  );
}

/** Reads `90s`, `3m`, `1h30m` or a number of seconds. */
function parseSeconds(text: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1, '': 1 };
  return [...String(text).matchAll(/([\d.]+)(h|m|s|)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit],
    0,
  );
}
