import { Binary, SetOperator } from '../ast';
import { EvaluationContext } from '../context';
import { ScalarValue, Value, VectorValue } from '../values';
import { vectorWithVector } from './matching';
import { applySetOperator } from './setOperators';
import { scalarWithScalar, vectorWithScalar } from './withScalar';

const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);

export function evaluateBinary(
  binary: Binary,
  context: EvaluationContext,
): Value {
  const left = context.evaluate(binary.left, context) as
    | ScalarValue
    | VectorValue;
  const right = context.evaluate(binary.right, context) as
    | ScalarValue
    | VectorValue;
  const { length } = context.moments;
  if (left.kind === 'scalar') {
    return right.kind === 'scalar'
      ? scalarWithScalar(binary, left, right)
      : vectorWithScalar(binary, right, left, true);
  }
  if (right.kind === 'scalar') {
    return vectorWithScalar(binary, left, right, false);
  }
  if (SET_OPERATORS.has(binary.operator)) {
    const operator = binary.operator as SetOperator;
    return applySetOperator(operator, binary.matching!, left, right, length);
  }
  return vectorWithVector(binary, left, right, length);
}
