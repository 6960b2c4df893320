import { Binary } from '../ast';
import { dropMetricName } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { ScalarValue, VectorSeries, VectorValue, emptySeries } from '../values';
import { keepsName, operationOf } from './operators';

export function scalarWithScalar(
  { operator }: Binary,
  left: ScalarValue,
  right: ScalarValue,
): ScalarValue {
  const operation = operationOf(operator, true);
  return {
    kind: 'scalar',
    values: left.values.map((value, i) => operation(value, right.values[i])!),
  };
}

/** One operation between each series of a vector and a scalar, whichever of them stands on the left. */
export function vectorWithScalar(
  { operator, bool }: Binary,
  vector: VectorValue,
  scalar: ScalarValue,
  scalarIsLeft: boolean,
): VectorValue {
  const operation = operationOf(
    operator,
    bool,
    scalarIsLeft ? 'right' : 'left',
  );
  const keep = keepsName(operator, bool);
  const apply = (series: VectorSeries): VectorSeries => {
    const labels = keep ? series.labels : dropMetricName(series.labels);
    const result = emptySeries(labels, series.values.length);
    for (let i = 0; i < result.values.length; i++) {
      if (series.present[i] === 0) continue;
      const value = scalarIsLeft
        ? operation(scalar.values[i], series.values[i])
        : operation(series.values[i], scalar.values[i]);
      if (value === undefined) continue;
      result.values[i] = value;
      result.present[i] = 1;
    }
    return result;
  };
  return mergeSeries(vector.series.map(apply));
}
