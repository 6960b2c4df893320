import { Call } from '../ast';
import { EvaluationContext } from '../context';
import { dropMetricName } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { ScalarValue, Value, VectorValue } from '../values';

type Calculate = (value: number, ...parameters: number[]) => number;

const FUNCTIONS: Record<string, Calculate> = {
  abs: Math.abs,
  ceil: Math.ceil,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  sqrt: Math.sqrt,
  clamp: (value, low, high) => Math.max(low, Math.min(high, value)),
  clamp_min: (value, low) => Math.max(value, low),
  clamp_max: (value, high) => Math.min(value, high),
  round: (value, nearest = 1) => {
    const inverse = 1 / nearest;
    return Math.floor(value * inverse + 0.5) / inverse;
  },
};

export function isMathFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name);
}

/** Functions of each value alone, with scalar parameters after the vector. They drop the metric's name. */
export function applyMathFunction(
  call: Call,
  context: EvaluationContext,
): Value {
  const [vector, ...rest] = call.parameters.map(parameter =>
    context.evaluate(parameter, context),
  );
  const scalars = rest as ScalarValue[];
  const calculate = FUNCTIONS[call.name];
  const emptyRange = (index: number) =>
    call.name === 'clamp' &&
    scalars[0].values[index] > scalars[1].values[index];
  return mergeSeries(
    (vector as VectorValue).series.map(series => ({
      labels: dropMetricName(series.labels),
      values: series.values.map((value, index) =>
        calculate(value, ...scalars.map(scalar => scalar.values[index])),
      ),
      present: series.present.map((present, index) =>
        emptyRange(index) ? 0 : present,
      ),
    })),
  );
}
