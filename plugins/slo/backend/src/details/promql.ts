const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A label's value as PromQL reads it, with its quotes: nothing in it ends the string or begins an escape. */
export function quoteLabel(value: string): string {
  const escaped = value.replace(
    // Backslash, quote and line ends; the other control characters are refused by some parsers as they are.
    // eslint-disable-next-line no-control-regex
    /[\\"\u0000-\u001f\u007f]/g,
    character => ESCAPES[character] ?? hexadecimal(character),
  );
  return `"${escaped}"`;
}

function hexadecimal(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Selects the series of a metric that carry exactly these labels, in the order given. */
export function selector(
  metric: string,
  labels: Record<string, string>,
): string {
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${label}=${quoteLabel(value)}`,
  );
  return `${metric}{${matchers.join(',')}}`;
}

/** Label that tells the parts of one query apart. */
export const PART_LABEL = 'shopstack_part';

/**
 * One query for several, so that they cost one call: every series carries the name of its part in `PART_LABEL`. Names are
 * plain words.
 */
export function together(parts: { name: string; promql: string }[]): string {
  return parts
    .map(
      ({ name, promql }) =>
        `label_replace(${promql}, "${PART_LABEL}", "${name}", "", "")`,
    )
    .join(' or ');
}
