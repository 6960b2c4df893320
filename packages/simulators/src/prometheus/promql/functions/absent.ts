import { Expression, MatrixSelector, VectorSelector } from '../ast';
import { Labels, METRIC_NAME, labelsOf } from '../labels';
import { VectorSeries, VectorValue, emptySeries, vectorOf } from '../values';

/** One series with the value 1 where the vector has none, labelled by what the selector asks for by equality. */
export function absentOf(
  parameter: Expression,
  series: readonly VectorSeries[],
  length: number,
): VectorValue {
  const result = emptySeries(labelsAskedFor(parameter), length);
  for (let i = 0; i < length; i++) {
    if (series.some(one => one.present[i] === 1)) continue;
    result.values[i] = 1;
    result.present[i] = 1;
  }
  return vectorOf([result]);
}

function labelsAskedFor(parameter: Expression): Labels {
  const selector = selectorOf(parameter);
  const asked = new Map<string, string>();
  const unclear = new Set<string>([METRIC_NAME]);
  for (const { name, operator, value } of selector?.matchers ?? []) {
    if (operator === '=' && !asked.has(name)) asked.set(name, value);
    else unclear.add(name);
  }
  for (const name of unclear) asked.delete(name);
  return labelsOf(asked);
}

function selectorOf(parameter: Expression): VectorSelector | undefined {
  if (parameter.kind === 'selector') return parameter;
  return parameter.kind === 'matrix'
    ? (parameter as MatrixSelector).selector
    : undefined;
}
