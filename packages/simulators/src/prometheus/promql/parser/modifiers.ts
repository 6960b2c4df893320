import { Expression, TimeShift } from '../ast';
import { parseNumber } from './literals';
import { parseDurationNode } from './selectors';
import { SyntaxTree } from './syntaxTree';

/** The `offset` modifier on a selector or subquery. */
export function applyOffset(tree: SyntaxTree, inner: Expression): Expression {
  const offset = parseDurationNode(tree.child('OffsetDurationExpr')!);
  return shift(tree, inner, 'offset', current => {
    if (current.offset !== 0) tree.fail('offset may not be set multiple times');
    return { ...current, offset };
  });
}

/** The `@` modifier on a selector or subquery. */
export function applyAt(tree: SyntaxTree, inner: Expression): Expression {
  const preprocessor = tree.child('AtModifierPreprocessors');
  const at = preprocessor
    ? (preprocessor.children[0].kind === 'AtStart' && 'start') || 'end'
    : Math.round(parseNumber(tree.child('NumberDurationLiteral')!.text) * 1000);
  if (typeof at === 'number' && !Number.isFinite(at)) {
    tree.fail('timestamp out of bounds for @ modifier');
  }
  return shift(tree, inner, '@', current => {
    if (current.at !== undefined)
      tree.fail('@ <timestamp> may not be set multiple times');
    return { ...current, at };
  });
}

function shift(
  tree: SyntaxTree,
  inner: Expression,
  modifier: string,
  change: (current: TimeShift) => TimeShift,
): Expression {
  const bare = tree.expressions[0].kind !== 'ParenExpr';
  if (bare && inner.kind === 'matrix') {
    return {
      ...inner,
      selector: { ...inner.selector, ...change(inner.selector) },
    };
  }
  if (bare && (inner.kind === 'selector' || inner.kind === 'subquery')) {
    return { ...inner, ...change(inner) };
  }
  return tree.fail(
    `${modifier} modifier must be preceded by an instant vector selector or range vector selector or a subquery`,
  );
}
