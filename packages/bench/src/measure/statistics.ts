/** Where the values of one side lie. */
export interface Spread {
  minimum: number;
  lowerQuartile: number;
  upperQuartile: number;
  maximum: number;
}

function quantile(sorted: number[], part: number): number {
  if (sorted.length === 0) throw new RangeError('no values were measured');
  const position = (sorted.length - 1) * part;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  return below + (above - below) * (position - Math.floor(position));
}

const ascending = (values: number[]) => [...values].sort((a, b) => a - b);

/**
 * The value that a share of all, between 0 and 1, is not above.
 *
 * @throws RangeError when there is no value.
 */
export const percentile = (values: number[], share: number) =>
  quantile(ascending(values), share);

/** How much each value is more than the one before, by the line that lies closest to all (least squares). */
export function slope(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let along = 0;
  let square = 0;
  values.forEach((value, index) => {
    along += (index - middle) * (value - mean);
    square += (index - middle) ** 2;
  });
  if (square === 0) throw new RangeError('a slope needs two values');
  return along / square;
}

/** @throws RangeError when there is no value. */
export const median = (values: number[]) => quantile(ascending(values), 0.5);

/**
 * Extremes and quartiles, interpolated between neighbours.
 *
 * @throws RangeError when there is no value.
 */
export function spread(values: number[]): Spread {
  const sorted = ascending(values);
  return {
    minimum: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    maximum: quantile(sorted, 1),
  };
}
