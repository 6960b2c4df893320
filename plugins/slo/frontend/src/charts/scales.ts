import type { ChartLine, Extent } from './types';

/** Room above and below what is fitted, as share of its height. */
const AIR = 0.1;

/**
 * How a chart chooses its height.
 * - `budget`: 100 % is the top; zero is in sight, and what lies below it.
 * - `from-zero`: amounts; zero is the floor.
 * - `good-share`: 100 % is the top, the floor fits the values: zero would flatten every line.
 */
export type ScaleKind = 'budget' | 'from-zero' | 'good-share';

/** The smallest and the largest of the values within a stretch of time; undefined when there is none. */
function spread(
  times: number[],
  lines: ChartLine[],
  [from, to]: Extent,
): Extent | undefined {
  let least = Infinity;
  let most = -Infinity;
  times.forEach((time, index) => {
    if (time < from || time > to) return;
    for (const { values } of lines) {
      const value = values[index];
      if (value === null || value === undefined) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  });
  return least > most ? undefined : [least, most];
}

/** Never of no height: a chart of one value shows it in the middle. */
function withAir([least, most]: Extent): Extent {
  const air = (most - least) * AIR || Math.abs(most) * AIR || 1e-3;
  return [least - air, most + air];
}

/**
 * The values at the bottom and at the top of a chart.
 *
 * @param fit true for "as close as the values allow", false for the whole scale
 */
export function extentOf(
  kind: ScaleKind,
  fit: boolean,
  { times, lines, x }: { times: number[]; lines: ChartLine[]; x: Extent },
): Extent {
  const values = spread(times, lines, x);
  if (!values) return [0, 1];
  const [low, high] = withAir(values);
  const [least, most] = values;
  if (kind === 'from-zero') {
    if (fit) return [least >= 0 ? Math.max(0, low) : low, high];
    return [Math.min(0, least < 0 ? low : 0), most > 0 ? high : 1];
  }
  // More than 100 % means a broken measurement; it is shown, not cut off.
  const top = most > 1 ? high : 1;
  if (kind === 'good-share') return [low, fit ? Math.min(high, top) : top];
  const bottom = least < 0 ? low : 0;
  return fit ? [Math.max(bottom, low), Math.min(high, top)] : [bottom, top];
}
