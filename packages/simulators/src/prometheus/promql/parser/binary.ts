import { Binary, BinaryOperator, Expression, VectorMatching } from '../ast';
import { PromqlUnsupportedError } from '../errors';
import { parseGrouping } from './calls';
import { SyntaxTree } from './syntaxTree';
import { valueType } from './valueType';

const COMPARISONS: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
]);
const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '^']);

export function isComparison(operator: string): boolean {
  return COMPARISONS.has(operator);
}

export function isSetOperator(operator: string): boolean {
  return SET_OPERATORS.has(operator);
}

export function parseBinary(
  tree: SyntaxTree,
  left: Expression,
  right: Expression,
): Binary {
  const operator = tree.children[1].text.toLowerCase();
  if (
    !ARITHMETIC.has(operator) &&
    !isComparison(operator) &&
    !isSetOperator(operator)
  ) {
    throw new PromqlUnsupportedError(`the operator ${operator}`);
  }
  if (tree.child('FillModifier')) {
    throw new PromqlUnsupportedError('the modifier fill');
  }
  const bool = tree.child('BoolModifier') !== undefined;
  const clause = tree.child('MatchingModifierClause');
  const types = [valueType(left), valueType(right)];
  if (types.some(type => type !== 'scalar' && type !== 'vector')) {
    tree.fail(
      'binary expression must contain only scalar and instant vector types',
    );
  }
  if (bool && !isComparison(operator)) {
    tree.fail('bool modifier can only be used on comparison operators');
  }
  const scalars = types.filter(type => type === 'scalar').length;
  if (scalars === 2 && isComparison(operator) && !bool) {
    tree.fail('comparisons between scalars must use BOOL modifier');
  }
  if (scalars > 0 && isSetOperator(operator)) {
    tree.fail(
      `set operator "${operator}" not allowed in binary scalar expression`,
    );
  }
  if (scalars > 0 && clause) {
    tree.fail('vector matching only allowed between instant vectors');
  }
  return {
    kind: 'binary',
    operator: operator as BinaryOperator,
    left,
    right,
    bool,
    matching: scalars > 0 ? undefined : parseMatching(tree, operator, clause),
  };
}

function parseMatching(
  tree: SyntaxTree,
  operator: string,
  clause: SyntaxTree | undefined,
): VectorMatching {
  const [labels, include] = (clause?.children ?? []).filter(
    child => child.kind === 'GroupingLabels',
  );
  const on = clause?.child('On') !== undefined;
  const names = parseGrouping(labels);
  const included = parseGrouping(include);
  const groupLeft = clause?.child('GroupLeft') !== undefined;
  const grouped = groupLeft || clause?.child('GroupRight') !== undefined;
  if (isSetOperator(operator)) {
    if (grouped) tree.fail(`no grouping allowed for "${operator}" operation`);
    return { cardinality: 'many-to-many', on, labels: names, include: [] };
  }
  const twice = included.find(name => on && names.includes(name));
  if (twice !== undefined) {
    tree.fail(`label "${twice}" must not occur in ON and GROUP clause at once`);
  }
  const many = groupLeft ? 'many-to-one' : 'one-to-many';
  return {
    cardinality: grouped ? many : 'one-to-one',
    on,
    labels: names,
    include: included,
  };
}
