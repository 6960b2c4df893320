import { Expression, ValueType } from '../ast';
import { FUNCTION_SIGNATURES } from '../functionSignatures';
import { SyntaxTree } from './syntaxTree';

/** The static type of an expression. */
export function valueType(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'matrix':
    case 'subquery':
      return 'matrix';
    case 'call':
      return FUNCTION_SIGNATURES.get(expression.name)!.returns;
    case 'unary':
      return valueType(expression.expression);
    case 'binary':
      return valueType(expression.left) === 'scalar' &&
        valueType(expression.right) === 'scalar'
        ? 'scalar'
        : 'vector';
    default:
      return 'vector';
  }
}

const TYPE_NAMES: Record<ValueType, string> = {
  scalar: 'scalar',
  string: 'string',
  vector: 'instant vector',
  matrix: 'range vector',
};

export function typeName(type: ValueType): string {
  return TYPE_NAMES[type];
}

export function expectType(
  tree: SyntaxTree,
  expression: Expression,
  wanted: ValueType,
  context: string,
): void {
  const found = valueType(expression);
  if (found !== wanted) {
    tree.fail(
      `expected type ${typeName(wanted)} in ${context}, got ${typeName(found)}`,
    );
  }
}
