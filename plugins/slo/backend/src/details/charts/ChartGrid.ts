/** Evenly spaced moments, in Unix seconds, both ends included. */
export interface ChartGrid {
  start: number;
  end: number;
  step: number;
}

/** What a chart shows at most: more points than a screen has pixels cost and show nothing. */
export const MOST_POINTS = 1_000;

/** Steps that people can read off an axis, and Prometheus can cache. */
const STEPS = [
  15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
  86_400, 172_800, 604_800,
];

/** The smallest usual step that gives a range at most 1,000 points. */
export function stepFor(rangeSeconds: number): number {
  const fits = STEPS.find(step => rangeSeconds / step < MOST_POINTS - 1);
  return fits ?? Math.ceil(rangeSeconds / (MOST_POINTS - 2));
}

/** The last so many seconds, ending at a full minute or at a full step, whichever is shorter. */
export function gridUntil(now: number, rangeSeconds: number): ChartGrid {
  const step = stepFor(rangeSeconds);
  const tick = Math.min(step, 60);
  const end = Math.floor(now / tick) * tick;
  return { start: end - Math.floor(rangeSeconds / step) * step, end, step };
}

/** From one moment to another on full steps, so that ranges that are almost equal are the same. */
export function gridBetween(from: number, to: number): ChartGrid {
  const step = stepFor(to - from);
  const start = Math.floor(from / step) * step;
  const end = Math.max(start + step, Math.floor(to / step) * step);
  return { start, end, step };
}

export function gridTimes({ start, end, step }: ChartGrid): number[] {
  const count = Math.floor((end - start) / step) + 1;
  return Array.from({ length: count }, (_, index) => start + index * step);
}

/** The values of a series on a grid: null where there is none, and for what is no finite number. */
export function onGrid(
  points: readonly (readonly [number, number])[],
  grid: ChartGrid,
): (number | null)[] {
  const values: (number | null)[] = gridTimes(grid).map(() => null);
  for (const [time, value] of points) {
    const index = Math.round((time - grid.start) / grid.step);
    if (index >= 0 && index < values.length && Number.isFinite(value)) {
      values[index] = value;
    }
  }
  return values;
}
