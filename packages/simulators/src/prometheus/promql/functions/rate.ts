import { SeriesWindow } from '../window';
import { RangeFunction } from './range';

/** Samples may stand this much further from the edge than they stand from each other before the edge counts as a gap. */
const GAP_TOLERANCE = 1.1;

/**
 * The growth over the window, extrapolated to its edges exactly as Prometheus 2 does: to the edge where the first (or
 * last) sample is near it, by half a sample distance where it is not, and for a counter never to before its zero.
 */
function extrapolatedGrowth(
  window: SeriesWindow,
  isCounter: boolean,
): number | undefined {
  if (window.length < 2) return undefined;
  const { times, values } = window.samples;
  const first = window.from;
  const last = window.to - 1;
  let growth = values[last] - values[first];
  if (isCounter) {
    for (const index of window.resets()) growth += values[index - 1];
  }
  const sampled = (times[last] - times[first]) / 1000;
  const distance = sampled / (last - first);
  let toStart = (times[first] - window.start) / 1000;
  const toEnd = (window.end - times[last]) / 1000;
  if (isCounter && growth > 0 && values[first] >= 0) {
    toStart = Math.min(toStart, sampled * (values[first] / growth));
  }
  const near = distance * GAP_TOLERANCE;
  const extrapolated =
    sampled +
    (toStart < near ? toStart : distance / 2) +
    (toEnd < near ? toEnd : distance / 2);
  return growth * (extrapolated / sampled);
}

function rate(window: SeriesWindow): number | undefined {
  const growth = extrapolatedGrowth(window, true);
  return growth === undefined
    ? undefined
    : growth / ((window.end - window.start) / 1000);
}

function instantRate(window: SeriesWindow): number | undefined {
  if (window.length < 2) return undefined;
  const { times, values } = window.samples;
  const last = window.to - 1;
  const seconds = (times[last] - times[last - 1]) / 1000;
  if (seconds === 0) return undefined;
  const wasReset = values[last] < values[last - 1];
  return (values[last] - (wasReset ? 0 : values[last - 1])) / seconds;
}

function changes(window: SeriesWindow): number {
  const { values } = window.samples;
  let count = 0;
  for (let i = window.from + 1; i < window.to; i++) {
    const bothNaN = Number.isNaN(values[i]) && Number.isNaN(values[i - 1]);
    if (values[i] !== values[i - 1] && !bothNaN) count++;
  }
  return count;
}

export const RATE_FUNCTIONS: Record<string, RangeFunction> = {
  rate,
  irate: instantRate,
  increase: window => extrapolatedGrowth(window, true),
  delta: window => extrapolatedGrowth(window, false),
  changes,
  resets: window => [...window.resets()].length,
};
