import type { BurnWord } from '../api/types';

/**
 * What two windows say together: both above is critical; only the long one, it recovers; only the short one, it
 * increases; neither is acceptable. The words are those that users of Kibana settled on (elastic/kibana issue 195139).
 */
export function burnWord({
  short,
  long,
  threshold,
}: {
  short: number | undefined;
  long: number | undefined;
  threshold: number;
}): BurnWord {
  if (!isNumber(short) || !isNumber(long)) return 'unknown';
  if (long > threshold) return short > threshold ? 'critical' : 'recovering';
  return short > threshold ? 'increasing' : 'acceptable';
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}
