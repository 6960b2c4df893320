import { Call } from '../ast';
import { EvaluationContext } from '../context';
import { METRIC_NAME, dropLabels, labelsKey } from '../labels';
import {
  ScalarValue,
  Value,
  VectorSeries,
  VectorValue,
  emptySeries,
  vectorOf,
} from '../values';

export interface Bucket {
  readonly upperBound: number;
  readonly count: number;
}

const NOT_GROUPED: ReadonlySet<string> = new Set(['le', METRIC_NAME]);

/** `histogram_quantile` of classic buckets: cumulative counts by the label `le`. */
export function histogramQuantile(
  call: Call,
  context: EvaluationContext,
): Value {
  const quantiles = context.evaluate(
    call.parameters[0],
    context,
  ) as ScalarValue;
  const { series } = context.evaluate(
    call.parameters[1],
    context,
  ) as VectorValue;
  const groups = new Map<
    string,
    { upperBound: number; series: VectorSeries }[]
  >();
  for (const one of series) {
    const upperBound = parseBound(one.labels.get('le'));
    if (upperBound === undefined) continue;
    const key = labelsKey(dropLabels(one.labels, NOT_GROUPED));
    const group = groups.get(key) ?? [];
    group.push({ upperBound, series: one });
    groups.set(key, group);
  }
  return vectorOf(
    [...groups.values()].map(group => quantileOfGroup(group, quantiles.values)),
  );
}

function parseBound(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\+?inf$/i.test(text)) return Infinity;
  const bound = Number(text);
  return text.trim() === '' || Number.isNaN(bound) ? undefined : bound;
}

function quantileOfGroup(
  group: { upperBound: number; series: VectorSeries }[],
  quantiles: Float64Array,
): VectorSeries {
  group.sort((one, other) => one.upperBound - other.upperBound);
  const labels = dropLabels(group[0].series.labels, NOT_GROUPED);
  const result = emptySeries(labels, quantiles.length);
  for (let i = 0; i < quantiles.length; i++) {
    const buckets = group
      .filter(({ series }) => series.present[i] === 1)
      .map(({ upperBound, series }) => ({
        upperBound,
        count: series.values[i],
      }));
    if (buckets.length === 0) continue;
    result.values[i] = bucketQuantile(quantiles[i], buckets);
    result.present[i] = 1;
  }
  return result;
}

/**
 * The q-quantile by linear interpolation within the bucket it falls into. NaN without observations, without a bucket
 * at infinity or with fewer than two buckets; the second-highest bound where it falls above it; 0 is the lower edge
 * of a first bucket whose bound is positive.
 */
export function bucketQuantile(q: number, sorted: Bucket[]): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  if (sorted[sorted.length - 1].upperBound !== Infinity) return NaN;
  const buckets = monotonic(coalesce(sorted));
  const observations = buckets[buckets.length - 1].count;
  if (buckets.length < 2 || observations === 0 || Number.isNaN(observations)) {
    return NaN;
  }
  const rank = q * observations;
  const last = buckets.length - 1;
  let at = buckets.findIndex(bucket => bucket.count >= rank);
  if (at === -1) at = last;
  if (at === last) return buckets[last - 1].upperBound;
  if (at === 0 && buckets[0].upperBound <= 0) return buckets[0].upperBound;
  const start = at === 0 ? 0 : buckets[at - 1].upperBound;
  const below = at === 0 ? 0 : buckets[at - 1].count;
  const within = (rank - below) / (buckets[at].count - below);
  return start + (buckets[at].upperBound - start) * within;
}

/** Buckets of the same bound (`1` and `1.0`) count together. */
function coalesce(sorted: Bucket[]): Bucket[] {
  const result: Bucket[] = [];
  for (const bucket of sorted) {
    const previous = result[result.length - 1];
    if (previous?.upperBound === bucket.upperBound) {
      result[result.length - 1] = {
        upperBound: bucket.upperBound,
        count: previous.count + bucket.count,
      };
    } else {
      result.push(bucket);
    }
  }
  return result;
}

/** Scrapes are not atomic, so a higher bucket may lag: it counts at least what the one below counts. */
function monotonic(buckets: Bucket[]): Bucket[] {
  let highest = -Infinity;
  return buckets.map(({ upperBound, count }) => {
    if (count > highest) highest = count;
    return { upperBound, count: count < highest ? highest : count };
  });
}
