import { Aggregate, Call, Expression } from '../ast';
import { PromqlUnsupportedError } from '../errors';
import { FUNCTION_SIGNATURES } from '../functionSignatures';
import { compareText } from '../labels';
import { SyntaxTree } from './syntaxTree';
import { expectType } from './valueType';

type Parse = (tree: SyntaxTree) => Expression;

const AGGREGATIONS: ReadonlySet<string> = new Set([
  'sum',
  'avg',
  'min',
  'max',
  'count',
  'group',
  'stddev',
  'stdvar',
  'topk',
  'bottomk',
  'quantile',
  'count_values',
]);
const WITH_PARAMETER: ReadonlySet<string> = new Set([
  'topk',
  'bottomk',
  'quantile',
  'count_values',
]);

export function parseCall(tree: SyntaxTree, parse: Parse): Call {
  const name = tree.child('FunctionIdentifier')!.text;
  const signature = FUNCTION_SIGNATURES.get(name);
  if (!signature) throw new PromqlUnsupportedError(`the function ${name}()`);
  const trees = tree.child('FunctionCallBody')!.expressions;
  const { parameters: types, optional } = signature;
  const least = optional > 0 ? types.length - optional : types.length;
  if (trees.length < least || (optional >= 0 && trees.length > types.length)) {
    const wanted = optional === 0 ? `${types.length}` : `at least ${least}`;
    tree.fail(
      `expected ${wanted} argument(s) in call to "${name}", got ${trees.length}`,
    );
  }
  const parameters = trees.map((parameter, index) => {
    const parsed = parse(parameter);
    const type = types[Math.min(index, types.length - 1)];
    expectType(parameter, parsed, type, `call to function "${name}"`);
    return parsed;
  });
  return { kind: 'call', name, parameters };
}

export function parseAggregate(tree: SyntaxTree, parse: Parse): Aggregate {
  const operator = tree.child('AggregateOp')!.text.toLowerCase();
  if (!AGGREGATIONS.has(operator)) {
    throw new PromqlUnsupportedError(`the aggregation ${operator}`);
  }
  const trees = tree.child('FunctionCallBody')!.expressions;
  const wanted = WITH_PARAMETER.has(operator) ? 2 : 1;
  if (trees.length !== wanted) {
    tree.fail(
      `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${trees.length}`,
    );
  }
  const expression = parse(trees[wanted - 1]);
  expectType(trees[wanted - 1], expression, 'vector', 'aggregation expression');
  let parameter: Expression | undefined;
  if (wanted === 2) {
    parameter = parse(trees[0]);
    const type = operator === 'count_values' ? 'string' : 'scalar';
    expectType(trees[0], parameter, type, 'aggregation parameter');
  }
  const modifier = tree.child('AggregateModifier');
  return {
    kind: 'aggregate',
    operator,
    parameter,
    expression,
    without: modifier?.child('Without') !== undefined,
    labels: parseGrouping(modifier?.child('GroupingLabels')),
  };
}

/** Names in parentheses, sorted. */
export function parseGrouping(tree: SyntaxTree | undefined): string[] {
  const names = (tree?.children ?? []).map(child => {
    if (child.kind !== 'LabelName') {
      throw new PromqlUnsupportedError('a quoted label name');
    }
    return child.text;
  });
  return [...new Set(names)].sort(compareText);
}
