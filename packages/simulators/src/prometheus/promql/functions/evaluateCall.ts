import { Call } from '../ast';
import { EvaluationContext } from '../context';
import { PromqlUnsupportedError } from '../errors';
import { ScalarValue, Value, VectorValue } from '../values';
import { absentOf } from './absent';
import {
  scalarFrom,
  sorted,
  timeOf,
  timestampOf,
  vectorFrom,
} from './conversion';
import { histogramQuantile } from './histogram';
import { labelJoin, labelReplace } from './labels';
import { applyMathFunction, isMathFunction } from './math';
import { OVER_TIME_FUNCTIONS, quantileOverTime } from './overTime';
import { applyEdgeFunction, applyRangeFunction } from './range';
import { EDGE_FUNCTIONS, RATE_FUNCTIONS } from './rate';

const RANGE_FUNCTIONS = { ...RATE_FUNCTIONS, ...OVER_TIME_FUNCTIONS };

export function evaluateCall(call: Call, context: EvaluationContext): Value {
  const { name, parameters } = call;
  const parameter = (index: number) =>
    context.evaluate(parameters[index], context);
  const { length } = context.moments;
  if (Object.hasOwn(RANGE_FUNCTIONS, name)) {
    const keepName = name === 'last_over_time';
    return applyRangeFunction(
      parameters[0],
      context,
      RANGE_FUNCTIONS[name],
      keepName,
    );
  }
  if (Object.hasOwn(EDGE_FUNCTIONS, name)) {
    return applyEdgeFunction(parameters[0], context, EDGE_FUNCTIONS[name]);
  }
  if (isMathFunction(name)) return applyMathFunction(call, context);
  switch (name) {
    case 'quantile_over_time': {
      const quantiles = parameter(0) as ScalarValue;
      return applyRangeFunction(
        parameters[1],
        context,
        quantileOverTime(quantiles.values),
      );
    }
    case 'histogram_quantile':
      return histogramQuantile(call, context);
    case 'label_replace':
      return labelReplace(call, context);
    case 'label_join':
      return labelJoin(call, context);
    case 'absent':
      return absentOf(
        parameters[0],
        (parameter(0) as VectorValue).series,
        length,
      );
    case 'absent_over_time': {
      const present = applyRangeFunction(parameters[0], context, () => 1, true);
      return absentOf(parameters[0], present.series, length);
    }
    case 'time':
      return timeOf(context);
    case 'timestamp':
      return timestampOf(call, context);
    case 'vector':
      return vectorFrom(parameter(0) as ScalarValue);
    case 'scalar':
      return scalarFrom(parameter(0) as VectorValue, length);
    case 'sort':
    case 'sort_desc':
      return sorted(parameter(0) as VectorValue, name === 'sort_desc');
    default:
      throw new PromqlUnsupportedError(`the function ${name}()`);
  }
}
