import { labelMatcher } from '../prometheus/promql';

/** A condition on a label, as silences carry it. */
export interface Matcher {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  readonly isEqual: boolean;
}

/** True when labels satisfy every matcher; an absent label is an empty one. */
export function matchesLabels(
  matchers: readonly Matcher[],
  labels: Readonly<Record<string, string>>,
): boolean {
  return matchers.every(({ name, value, isRegex, isEqual }) => {
    const regex = isEqual ? '=~' : '!~';
    const plain = isEqual ? '=' : '!=';
    const matcher = labelMatcher(name, isRegex ? regex : plain, value);
    return matcher.matches(labels[name] ?? '');
  });
}

const FILTER = /^\s*([a-zA-Z_:][\w:]*)\s*(=~|!~|!=|=)\s*(.*?)\s*$/s;

/** Reads a `filter` such as `severity=~"page|ticket"`. Undefined when it is not one. */
export function parseFilter(text: string): Matcher | undefined {
  const match = FILTER.exec(text);
  if (!match) return undefined;
  const [, name, operator, raw] = match;
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(raw);
  if (!quoted && /^"|"$/.test(raw)) return undefined;
  const value = quoted ? quoted[1].replace(/\\(.)/gs, '$1') : raw;
  const matcher = {
    name,
    value,
    isRegex: operator.endsWith('~'),
    isEqual: operator.startsWith('='),
  };
  return isCompilable(matcher) ? matcher : undefined;
}

/** False for a regular expression that is none. */
export function isCompilable({ name, value, isRegex }: Matcher): boolean {
  try {
    labelMatcher(name, isRegex ? '=~' : '=', value);
    return true;
  } catch {
    return false;
  }
}
