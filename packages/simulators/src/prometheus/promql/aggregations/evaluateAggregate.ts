import { Aggregate } from '../ast';
import { EvaluationContext } from '../context';
import { PromqlUnsupportedError } from '../errors';
import { mergeSeries } from '../mergeSeries';
import {
  ScalarValue,
  StringValue,
  Value,
  VectorSeries,
  VectorValue,
  vectorOf,
} from '../values';
import { countValues } from './countValues';
import { SeriesGroup, groupSeries } from './grouping';
import { rank } from './ranking';
import { REDUCERS, quantileReducer } from './reducers';

export function evaluateAggregate(
  aggregate: Aggregate,
  context: EvaluationContext,
): Value {
  const { series } = context.evaluate(
    aggregate.expression,
    context,
  ) as VectorValue;
  const fold = folder(aggregate, context);
  const folded = groupSeries(aggregate, series).flatMap(fold);
  return aggregate.operator === 'count_values'
    ? mergeSeries(folded)
    : vectorOf(folded);
}

function folder(
  { operator, parameter }: Aggregate,
  context: EvaluationContext,
): (group: SeriesGroup) => VectorSeries[] {
  const { length } = context.moments;
  const value = parameter && context.evaluate(parameter, context);
  const numbers = (value as ScalarValue | undefined)?.values;
  switch (operator) {
    case 'topk':
    case 'bottomk':
      return group => rank(group, numbers!, operator === 'topk');
    case 'quantile': {
      const reduce = quantileReducer(numbers!);
      return group => [reduce(group, length)];
    }
    case 'count_values': {
      const label = (value as StringValue).value;
      return group => countValues(group, label, length);
    }
    default: {
      const reduce = REDUCERS[operator];
      if (!reduce) {
        throw new PromqlUnsupportedError(`the aggregation ${operator}`);
      }
      return group => [reduce(group, length)];
    }
  }
}
