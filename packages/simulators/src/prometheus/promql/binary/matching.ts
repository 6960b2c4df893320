import { Binary, VectorMatching } from '../ast';
import { PromqlExecutionError } from '../errors';
import {
  Labels,
  dropLabels,
  dropMetricName,
  keepLabels,
  printLabels,
  withLabels,
} from '../labels';
import { mergeSeries } from '../mergeSeries';
import { VectorSeries, VectorValue, emptySeries } from '../values';
import { Operation, keepsName, operationOf } from './operators';
import { groupBySignature, matchingLabels, presenceOf } from './signature';

const NOT_UNIQUE =
  'multiple matches for labels: grouping labels must ensure unique matches';
const NOT_EXPLICIT =
  'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)';

/** Arithmetic and comparison of two vectors, one-to-one or with `group_left` or `group_right`. */
export function vectorWithVector(
  { operator, bool, matching: given }: Binary,
  left: VectorValue,
  right: VectorValue,
  length: number,
): VectorValue {
  const matching = given!;
  const swapped = matching.cardinality === 'one-to-many';
  const [many, one] = swapped ? [right, left] : [left, right];
  const operation = operationOf(operator, bool);
  const calculate: Operation = swapped
    ? (ofMany, ofOne) => operation(ofOne, ofMany)
    : operation;
  const ones = groupBySignature(one.series, matching);
  const manyPresent = presenceOf(many.series, length);
  for (const group of ones.values()) {
    refuseDuplicates(group, manyPresent, matching, swapped ? 'left' : 'right');
  }
  const keepName = keepsName(operator, bool);
  const results: VectorSeries[] = [];
  for (const [key, group] of groupBySignature(many.series, matching)) {
    const pairs = group.flatMap(ofMany =>
      (ones.get(key) ?? []).map(ofOne => {
        const labels = resultLabels(
          ofMany.labels,
          ofOne.labels,
          matching,
          keepName,
        );
        return combine(ofMany, ofOne, labels, calculate);
      }),
    );
    if (matching.cardinality === 'one-to-one') refuseManyToOne(pairs, length);
    results.push(...mergeSeries(pairs, NOT_UNIQUE).series);
  }
  return mergeSeries(results);
}

function combine(
  ofMany: VectorSeries,
  ofOne: VectorSeries,
  labels: Labels,
  calculate: Operation,
): VectorSeries {
  const result = emptySeries(labels, ofMany.values.length);
  for (let i = 0; i < result.values.length; i++) {
    if (ofMany.present[i] === 0 || ofOne.present[i] === 0) continue;
    const value = calculate(ofMany.values[i], ofOne.values[i]);
    if (value === undefined) continue;
    result.values[i] = value;
    result.present[i] = 1;
  }
  return result;
}

function resultLabels(
  many: Labels,
  one: Labels,
  matching: VectorMatching,
  keepName: boolean,
): Labels {
  const named = keepName ? many : dropMetricName(many);
  if (matching.cardinality !== 'one-to-one') {
    return withLabels(
      named,
      matching.include.map(name => [name, one.get(name) ?? ''] as const),
    );
  }
  const names = new Set(matching.labels);
  return matching.on ? keepLabels(named, names) : dropLabels(named, names);
}

/** The side of one may not have two series for a signature at a moment where there is something to match. */
function refuseDuplicates(
  group: readonly VectorSeries[],
  needed: Uint8Array,
  matching: VectorMatching,
  side: 'left' | 'right',
): void {
  if (group.length < 2) return;
  for (let i = 0; i < needed.length; i++) {
    if (needed[i] === 0) continue;
    const there = group.filter(series => series.present[i] === 1);
    if (there.length < 2) continue;
    const signature = printLabels(matchingLabels(there[0].labels, matching));
    const found = there.slice(0, 2).map(one => printLabels(one.labels));
    throw new PromqlExecutionError(
      `found duplicate series for the match group ${signature} on the ${side} hand-side of the operation: [${found.join(', ')}];many-to-many matching not allowed: matching labels must be unique on one side`,
    );
  }
}

function refuseManyToOne(pairs: readonly VectorSeries[], length: number): void {
  if (pairs.length < 2) return;
  for (let i = 0; i < length; i++) {
    if (pairs.filter(pair => pair.present[i] === 1).length > 1) {
      throw new PromqlExecutionError(NOT_EXPLICIT);
    }
  }
}
