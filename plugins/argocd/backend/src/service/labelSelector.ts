/** Labels of an object. */
export type Labels = Record<string, string>;

/** A label selector as Kubernetes writes it. */
export interface LabelSelector {
  matches(labels: Labels): boolean;
  /** A label and value that everything has which it finds, where it asks for one; for looking up instead of trying all. */
  equality?: { key: string; value: string };
}

interface Requirement {
  key: string;
  matches(value: string | undefined): boolean;
  equals?: string;
}

const SET = /^([\w./-]+)\s+(in|notin)\s*\(([\w.,\s-]*)\)$/;
const COMPARISON = /^([\w./-]+)\s*(==|!=|=)\s*([\w.-]*)$/;
const PRESENCE = /^(!?)\s*([\w./-]+)$/;

/**
 * Reads a label selector: `a=b`, `a==b`, `a!=b`, `a in (b, c)`, `a notin (b, c)`, `a`, `!a`, separated by commas; all of
 * them must hold. As in Kubernetes, `!=` and `notin` also find what has no such label. Undefined when it is malformed.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  const requirements = splitOutsideParentheses(text).map(readRequirement);
  if (requirements.includes(undefined)) {
    return undefined;
  }
  const all = requirements as Requirement[];
  const equal = all.find(({ equals }) => equals !== undefined);
  return {
    matches: labels =>
      all.every(({ key, matches }) =>
        matches(Object.hasOwn(labels, key) ? labels[key] : undefined),
      ),
    ...(equal && { equality: { key: equal.key, value: equal.equals! } }),
  };
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function readRequirement(text: string): Requirement | undefined {
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return {
      key,
      matches: value =>
        (value !== undefined && values.includes(value)) === (operator === 'in'),
    };
  }
  const comparison = COMPARISON.exec(text);
  if (comparison) {
    const [, key, operator, wanted] = comparison;
    return operator === '!='
      ? { key, matches: value => value !== wanted }
      : { key, matches: value => value === wanted, equals: wanted };
  }
  const presence = PRESENCE.exec(text);
  if (presence) {
    const [, not, key] = presence;
    return { key, matches: value => (value === undefined) === (not === '!') };
  }
  return undefined;
}
