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
    const points = values.map(toPoint);
    return points.every(point => point !== undefined) && isAscending(points)
      ? { labels: metric, points }
      : undefined;
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

function toPoint(pair: unknown): [number, number] | undefined {
  if (!Array.isArray(pair) || pair.length !== 2) {
    return undefined;
  }
  const [time, text] = pair as [unknown, unknown];
  const value = toValue(text);
  return typeof time === 'number' &&
    Number.isFinite(time) &&
    value !== undefined
    ? [time, value]
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
      return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
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

function isAscending(points: readonly [number, number][]): boolean {
  return points.every(
    ([time], index) => index === 0 || points[index - 1][0] < time,
  );
}
