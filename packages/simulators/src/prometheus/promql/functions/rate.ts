import { WindowEdges } from '../source';
import { SeriesWindow } from '../window';
import { RangeFunction } from './range';

/** Samples may stand this much further from the edge than they stand from each other before the edge counts as a gap. */
const GAP_TOLERANCE = 1.1;

/**
 * The growth over the window, extrapolated to its edges exactly as Prometheus 2 does: to the edge where the first (or
 * last) sample is near it, by half a sample distance where it is not, and for a counter never to before its zero.
 */
function extrapolatedGrowth(
  edges: WindowEdges,
  start: number,
  end: number,
  isCounter: boolean,
): number {
  const { firstTime, firstValue, lastTime, lastValue, count } = edges;
  const growth = lastValue - firstValue + (isCounter ? edges.lost : 0);
  const sampled = (lastTime - firstTime) / 1000;
  const distance = sampled / (count - 1);
  let toStart = (firstTime - start) / 1000;
  const toEnd = (end - lastTime) / 1000;
  if (isCounter && growth > 0 && firstValue >= 0) {
    toStart = Math.min(toStart, sampled * (firstValue / growth));
  }
  const near = distance * GAP_TOLERANCE;
  const extrapolated =
    sampled +
    (toStart < near ? toStart : distance / 2) +
    (toEnd < near ? toEnd : distance / 2);
  return growth * (extrapolated / sampled);
}

/** A function of the edges of a window alone; times in Unix milliseconds. */
export type EdgeFunction = (
  edges: WindowEdges,
  start: number,
  end: number,
) => number;

export const EDGE_FUNCTIONS: Record<string, EdgeFunction> = {
  rate: (edges, start, end) =>
    extrapolatedGrowth(edges, start, end, true) / ((end - start) / 1000),
  increase: (edges, start, end) => extrapolatedGrowth(edges, start, end, true),
  delta: (edges, start, end) => extrapolatedGrowth(edges, start, end, false),
};

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
  irate: instantRate,
  changes,
  resets: window => window.resets().length,
};
