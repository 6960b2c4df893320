import { Labels } from './labels';
import { compileAnchored } from './regularExpression';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on one label. A label that is absent matches as the empty text. */
export interface LabelMatcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  matches(value: string): boolean;
}

/** Throws PromqlSyntaxError when the pattern of a regular expression is not one. */
export function labelMatcher(
  name: string,
  operator: MatchOperator,
  value: string,
): LabelMatcher {
  return { name, operator, value, matches: predicate(operator, value) };
}

export function matchesAll(
  labels: Labels,
  matchers: readonly LabelMatcher[],
): boolean {
  for (const matcher of matchers) {
    if (!matcher.matches(labels.get(matcher.name) ?? '')) return false;
  }
  return true;
}

function predicate(
  operator: MatchOperator,
  value: string,
): (text: string) => boolean {
  switch (operator) {
    case '=':
      return text => text === value;
    case '!=':
      return text => text !== value;
    default: {
      const expression = compileAnchored(value);
      const wanted = operator === '=~';
      // The same few values are asked again for every series of a metric.
      const known = new Map<string, boolean>();
      return text => {
        let answer = known.get(text);
        if (answer === undefined) {
          answer = expression.test(text) === wanted;
          known.set(text, answer);
        }
        return answer;
      };
    }
  }
}
