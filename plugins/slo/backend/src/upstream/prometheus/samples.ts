import type { Sample, Series } from '../PrometheusReader';

/** Rows that could be read, and how many could not. */
export interface Rows<T> {
  rows: T[];
  unreadable: number;
}

/** The rows of a vector. Native histograms have no single value, so they count as unreadable. */
export function toSamples(result: unknown): Rows<Sample> | undefined {
  return readRows(result, row => {
    const { metric, value } = row as { metric?: unknown; value?: unknown };
    const point = toPoint(value);
    return point && isLabels(metric)
      ? { labels: metric, at: point[0], value: point[1] }
      : undefined;
  });
}

/** The rows of a matrix, each ascending by time. */
export function toSeries(result: unknown): Rows<Series> | undefined {
  return readRows(result, row => {
    const { metric, values } = row as { metric?: unknown; values?: unknown };
    if (!isLabels(metric) || !Array.isArray(values)) {
      return undefined;
    }
    const points = toPoints(values);
    return points && { labels: metric, points };
  });
}

/** The one sample of a scalar: `[time, "value"]`. */
export function toScalar(result: unknown): Sample | undefined {
  const point = toPoint(result);
  return point && { labels: {}, at: point[0], value: point[1] };
}

function readRows<T>(
  result: unknown,
  read: (row: object) => T | undefined,
): Rows<T> | undefined {
  if (!Array.isArray(result)) {
    return undefined;
  }
  const rows: T[] = [];
  for (const row of result) {
    const mapped =
      typeof row === 'object' && row !== null ? read(row) : undefined;
    if (mapped) {
      rows.push(mapped);
    }
  }
  return { rows, unreadable: result.length - rows.length };
}

/**
 * The points of one series, ascending. They are changed in place and not copied: a month of many series is hundreds of
 * thousands of them.
 */
function toPoints(values: unknown[]): [number, number][] | undefined {
  let before = -Infinity;
  for (const pair of values) {
    const value = valueOf(pair);
    if (value === undefined) {
      return undefined;
    }
    const point = pair as [number, unknown];
    if (point[0] <= before) {
      return undefined;
    }
    before = point[0];
    point[1] = value;
  }
  return values as [number, number][];
}

function toPoint(pair: unknown): [number, number] | undefined {
  const value = valueOf(pair);
  return value === undefined ? undefined : [(pair as [number])[0], value];
}

/** The value of `[time, "value"]`, or undefined where it is no such pair. */
function valueOf(pair: unknown): number | undefined {
  return Array.isArray(pair) && pair.length === 2 && Number.isFinite(pair[0])
    ? toValue(pair[1])
    : undefined;
}

/** Values are texts, as JSON knows neither NaN nor infinity. */
function toValue(text: unknown): number | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  switch (text) {
    case 'NaN':
      return NaN;
    case 'Inf':
    case '+Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default: {
      const value = Number(text);
      // An empty text would be 0.
      return !Number.isFinite(value) || (value === 0 && text.trim() === '')
        ? undefined
        : value;
    }
  }
}

function isLabels(metric: unknown): metric is Record<string, string> {
  return (
    typeof metric === 'object' &&
    metric !== null &&
    !Array.isArray(metric) &&
    Object.values(metric).every(value => typeof value === 'string')
  );
}
