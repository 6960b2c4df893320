import { MatrixSelector, Subquery, VectorSelector } from '../ast';
import { PromqlUnsupportedError } from '../errors';
import { METRIC_NAME } from '../labels';
import { LabelMatcher, MatchOperator, labelMatcher } from '../matcher';
import { parseDuration, parseNumber, parseString } from './literals';
import { SyntaxTree } from './syntaxTree';

export function parseVectorSelector(tree: SyntaxTree): VectorSelector {
  const matchers: LabelMatcher[] = [];
  const name = tree.child('Identifier')?.text;
  if (name) matchers.push(labelMatcher(METRIC_NAME, '=', name));
  for (const child of tree.child('LabelMatchers')?.children ?? []) {
    if (child.kind !== 'UnquotedLabelMatcher') {
      throw new PromqlUnsupportedError('a quoted label name');
    }
    const matcher = parseMatcher(child);
    if (name && matcher.name === METRIC_NAME) {
      tree.fail(
        `metric name must not be set twice: "${name}" or "${matcher.value}"`,
      );
    }
    matchers.push(matcher);
  }
  if (matchers.every(matcher => matcher.matches(''))) {
    tree.fail('vector selector must contain at least one non-empty matcher');
  }
  return { kind: 'selector', matchers, offset: 0 };
}

function parseMatcher(tree: SyntaxTree): LabelMatcher {
  const [name, operator, value] = tree.children;
  return labelMatcher(
    name.text,
    operator.text as MatchOperator,
    parseString(value.text),
  );
}

/** Milliseconds of a duration in brackets or after `offset`. */
export function parseDurationNode(tree: SyntaxTree): number {
  const text = tree.text.trim();
  const [, sign, body] = /^([+-]?)\s*(.*)$/s.exec(text)!;
  const milliseconds = parseDuration(body);
  const factor = sign === '-' ? -1 : 1;
  if (milliseconds !== undefined) return factor * milliseconds;
  if (/^[\d.]/.test(body) && !/[-+*/%^()]/.test(body)) {
    return factor * Math.round(parseNumber(body) * 1000);
  }
  throw new PromqlUnsupportedError(`the duration expression "${text}"`);
}

function parseRange(tree: SyntaxTree): number {
  const range = parseDurationNode(tree);
  if (range <= 0) tree.fail('duration must be greater than 0');
  return range;
}

export function parseMatrixSelector(
  tree: SyntaxTree,
  selector: { kind: string },
): MatrixSelector {
  const [inner, duration] = tree.children;
  if (inner.kind === 'OffsetExpr') {
    tree.fail('no offset modifiers allowed before range');
  }
  if (inner.kind === 'StepInvariantExpr') {
    tree.fail('no @ modifiers allowed before range');
  }
  if (inner.kind !== 'VectorSelector') {
    tree.fail('ranges only allowed for vector selectors');
  }
  return {
    kind: 'matrix',
    selector: selector as VectorSelector,
    range: parseRange(duration),
  };
}

export function parseSubquery(
  tree: SyntaxTree,
  expression: Subquery['expression'],
): Subquery {
  const [, range, step] = tree.children;
  return {
    kind: 'subquery',
    expression,
    range: parseRange(range),
    step: step ? parseRange(step) : undefined,
    offset: 0,
  };
}
