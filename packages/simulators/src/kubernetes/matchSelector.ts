/** One requirement of a label selector. */
interface Requirement {
  key: string;
  operator: 'in' | 'notin' | 'exists' | 'absent';
  values: string[];
}

/** Tells whether labels satisfy a selector. */
type LabelMatcher = (labels?: Record<string, string>) => boolean;

const key = '(?:[A-Za-z0-9.-]+/)?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const value = '(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?';
const equality = new RegExp(`^(${key})\\s*(==|=|!=)\\s*(${value})$`);
const membership = new RegExp(`^(${key})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const existence = new RegExp(`^(!?)\\s*(${key})$`);

/**
 * Reads a selector as the API server does: `a=b`, `a==b`, `a!=b`, `a in (b, c)`, `a notin (b)`, `a`, `!a`, joined by
 * commas. An empty selector matches everything.
 * @throws Error when it cannot be read.
 */
export function parseSelector(selector: string): LabelMatcher {
  const requirements = split(selector).map(part => {
    const requirement = parseRequirement(part);
    if (!requirement) {
      throw new Error(`unable to parse requirement: '${part}'`);
    }
    return requirement;
  });
  return (labels = {}) =>
    requirements.every(requirement => satisfies(labels, requirement));
}

/** Commas inside of parentheses do not separate requirements. */
function split(selector: string): string[] {
  if (selector.trim() === '') {
    return [];
  }
  return selector.split(/,(?![^(]*\))/).map(part => part.trim());
}

function parseRequirement(part: string): Requirement | undefined {
  const equal = equality.exec(part);
  if (equal) {
    return {
      key: equal[1],
      operator: equal[2] === '!=' ? 'notin' : 'in',
      values: [equal[3]],
    };
  }
  const member = membership.exec(part);
  if (member) {
    return {
      key: member[1],
      operator: member[2] as 'in' | 'notin',
      values: member[3].split(',').map(element => element.trim()),
    };
  }
  const exists = existence.exec(part);
  return exists
    ? { key: exists[2], operator: exists[1] ? 'absent' : 'exists', values: [] }
    : undefined;
}

function satisfies(
  labels: Record<string, string>,
  { key: name, operator, values }: Requirement,
): boolean {
  const present = Object.hasOwn(labels, name);
  switch (operator) {
    case 'exists':
      return present;
    case 'absent':
      return !present;
    case 'in':
      return present && values.includes(String(labels[name]));
    default:
      return !present || !values.includes(String(labels[name]));
  }
}
