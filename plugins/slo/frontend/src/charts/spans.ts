import type { ChartSpan } from './types';

/**
 * Where a burn rule's condition held: both rates above the threshold. Until it has held as long as the rule waits it is
 * shaded as warning, from then on as bad.
 *
 * @param step seconds between two times
 * @param holdSeconds how long the rule waits
 */
export function conditionSpans({
  times,
  step,
  short,
  long,
  threshold,
  holdSeconds,
}: {
  times: number[];
  step: number;
  short: (number | null)[];
  long: (number | null)[];
  threshold: (number | null)[];
  holdSeconds: number;
}): ChartSpan[] {
  const isAbove = (value: number | null, limit: number | null) =>
    value !== null && limit !== null && value > limit;
  const runs: { from: number; to: number }[] = [];
  times.forEach((time, index) => {
    const holds =
      isAbove(short[index], threshold[index]) &&
      isAbove(long[index], threshold[index]);
    if (!holds) return;
    const last = runs.at(-1);
    if (last && last.to >= time) last.to = time + step;
    else runs.push({ from: time, to: time + step });
  });
  return runs.flatMap(({ from, to }): ChartSpan[] => {
    const firesAt = Math.min(to, from + holdSeconds);
    return [
      { from, to: firesAt, tone: 'warning' as const },
      { from: firesAt, to, tone: 'bad' as const },
    ].filter(span => span.to > span.from);
  });
}
