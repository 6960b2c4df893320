import { evaluateAggregate } from './aggregations';
import { Aggregate, Expression, Unary } from './ast';
import { evaluateBinary } from './binary';
import { EvaluationContext } from './context';
import { PromqlExecutionError } from './errors';
import { evaluateCall } from './functions';
import { dropMetricName } from './labels';
import { mergeSeries } from './mergeSeries';
import { evaluateSelector } from './selectors';
import { Value, scalarOf } from './values';

/** Evaluates an expression at every moment of the context at once. Throws PromqlExecutionError. */
export function evaluate(
  expression: Expression,
  context: EvaluationContext,
): Value {
  switch (expression.kind) {
    case 'number':
      return scalarOf(expression.value, context.moments.length);
    case 'string':
      return { kind: 'string', value: expression.value };
    case 'selector':
      return evaluateSelector(expression, context);
    case 'unary':
      return evaluateUnary(expression, context);
    case 'call':
      return evaluateCall(expression, context);
    case 'aggregate':
      return evaluateOnce(expression, context);
    case 'binary':
      return evaluateBinary(expression, context);
    default:
      throw new PromqlExecutionError(
        'a range vector stands where an instant vector is needed',
      );
  }
}

/** An aggregation that stands in a query several times is evaluated once: values are not changed after they are made. */
function evaluateOnce(
  expression: Aggregate,
  context: EvaluationContext,
): Value {
  let known = context.known.get(context.moments);
  if (!known) {
    known = new Map();
    context.known.set(context.moments, known);
  }
  let value = known.get(expression);
  if (!value) {
    value = evaluateAggregate(expression, context);
    known.set(expression, value);
  }
  return value;
}

function evaluateUnary(expression: Unary, context: EvaluationContext): Value {
  const inner = evaluate(expression.expression, context);
  if (!expression.negate || inner.kind === 'string') return inner;
  if (inner.kind === 'scalar') {
    return { kind: 'scalar', values: inner.values.map(value => -value) };
  }
  return mergeSeries(
    inner.series.map(series => ({
      labels: dropMetricName(series.labels),
      values: series.values.map(value => -value),
      present: series.present,
    })),
  );
}
