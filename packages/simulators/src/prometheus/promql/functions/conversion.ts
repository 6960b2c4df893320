import { Call } from '../ast';
import { EvaluationContext } from '../context';
import { dropMetricName, labelsOf } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { evaluateSelector } from '../selectors';
import { ScalarValue, Value, VectorValue } from '../values';

/** `time()`: each moment in seconds. */
export function timeOf(context: EvaluationContext): ScalarValue {
  return {
    kind: 'scalar',
    values: context.moments.map(moment => moment / 1000),
  };
}

/** `vector(s)`: one series without labels. */
export function vectorFrom(scalar: ScalarValue): VectorValue {
  const present = new Uint8Array(scalar.values.length).fill(1);
  return {
    kind: 'vector',
    series: [{ labels: labelsOf({}), values: scalar.values, present }],
  };
}

/** `scalar(v)`: the value of the only series, NaN where there is not exactly one. */
export function scalarFrom(vector: VectorValue, length: number): ScalarValue {
  const values = new Float64Array(length).map((_, index) => {
    const there = vector.series.filter(one => one.present[index] === 1);
    return there.length === 1 ? there[0].values[index] : NaN;
  });
  return { kind: 'scalar', values };
}

/** `timestamp(v)`: of a selector the time of each sample, of anything else the moment of evaluation. Seconds. */
export function timestampOf(call: Call, context: EvaluationContext): Value {
  const [parameter] = call.parameters;
  const vector =
    parameter.kind === 'selector'
      ? evaluateSelector(parameter, context, (_, time) => time / 1000)
      : withMoments(
          context.evaluate(parameter, context) as VectorValue,
          context,
        );
  return mergeSeries(
    vector.series.map(series => ({
      ...series,
      labels: dropMetricName(series.labels),
    })),
  );
}

function withMoments(
  vector: VectorValue,
  context: EvaluationContext,
): VectorValue {
  const { values } = timeOf(context);
  return {
    kind: 'vector',
    series: vector.series.map(series => ({ ...series, values })),
  };
}

/** `sort` and `sort_desc`: by the value at the last moment, NaN at the end; of use in an instant query only. */
export function sorted(vector: VectorValue, descending: boolean): VectorValue {
  const series = [...vector.series].sort((one, other) => {
    const [a, b] = [one, other].map(({ values }) => values[values.length - 1]);
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
    if (Number.isNaN(b)) return -1;
    return descending ? b - a : a - b;
  });
  return { kind: 'vector', series };
}
