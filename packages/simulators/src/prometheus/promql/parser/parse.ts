import { Expression } from '../ast';
import { PromqlUnsupportedError } from '../errors';
import { parseBinary } from './binary';
import { parseAggregate, parseCall } from './calls';
import { parseNumber, parseString } from './literals';
import { applyAt, applyOffset } from './modifiers';
import {
  parseMatrixSelector,
  parseSubquery,
  parseVectorSelector,
} from './selectors';
import { SyntaxTree, parseSyntaxTree } from './syntaxTree';
import { expectType, typeName, valueType } from './valueType';

/**
 * Reads a query and checks its types.
 * Throws PromqlSyntaxError when it is not PromQL, PromqlUnsupportedError when it is outside the subset.
 */
export function parsePromql(query: string): Expression {
  const known = new Map<string, Expression>();
  const convert = (tree: SyntaxTree): Expression => {
    // What stands in a query several times is one node, so that it can be evaluated once.
    const same = tree.kind === 'AggregateExpr' && known.get(tree.text);
    if (same) return same;
    const expression = convertWith(tree, convert);
    if (tree.kind === 'AggregateExpr') known.set(tree.text, expression);
    return expression;
  };
  return convert(parseSyntaxTree(query));
}

type Convert = (tree: SyntaxTree) => Expression;

function convertWith(tree: SyntaxTree, convert: Convert): Expression {
  const [inner] = tree.expressions;
  switch (tree.kind) {
    case 'ParenExpr':
      return convert(inner);
    case 'NumberDurationLiteral':
      return { kind: 'number', value: parseNumber(tree.text) };
    case 'StringLiteral':
      return { kind: 'string', value: parseString(tree.text) };
    case 'VectorSelector':
      return parseVectorSelector(tree);
    case 'MatrixSelector':
      return parseMatrixSelector(tree, convert(inner));
    case 'SubqueryExpr': {
      const expression = convert(inner);
      expectType(tree, expression, 'vector', 'subquery');
      return parseSubquery(tree, expression);
    }
    case 'OffsetExpr':
      return applyOffset(tree, convert(inner));
    case 'StepInvariantExpr':
      return applyAt(tree, convert(inner));
    case 'FunctionCall':
      return parseCall(tree, convert);
    case 'AggregateExpr':
      return parseAggregate(tree, convert);
    case 'UnaryExpr':
      return convertUnary(tree, convert(inner));
    case 'BinaryExpr':
      return convertBinary(tree, convert);
    default:
      throw new PromqlUnsupportedError(`the construct ${tree.kind}`);
  }
}

function convertUnary(tree: SyntaxTree, expression: Expression): Expression {
  const type = valueType(expression);
  if (type !== 'scalar' && type !== 'vector') {
    tree.fail(
      `unary expression only allowed on expressions of type scalar or instant vector, got "${typeName(type)}"`,
    );
  }
  const negate = tree.child('UnaryOp')!.text === '-';
  return { kind: 'unary', negate, expression };
}

function convertBinary(tree: SyntaxTree, convert: Convert): Expression {
  const [left, right] = tree.expressions;
  // The grammar takes the sign of `-1 ^ 2` into the number; PromQL binds the power more tightly.
  const sign = /^[-+]/.exec(left.text)?.[0];
  if (
    sign &&
    left.kind === 'NumberDurationLiteral' &&
    tree.children[1].kind === 'Pow'
  ) {
    const base = parseNumber(left.text.slice(1));
    const power = parseBinary(
      tree,
      { kind: 'number', value: base },
      convert(right),
    );
    return { kind: 'unary', negate: sign === '-', expression: power };
  }
  return parseBinary(tree, convert(left), convert(right));
}
