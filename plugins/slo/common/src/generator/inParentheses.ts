/** PromQL in parentheses; on lines of their own where there are several, or where a comment could swallow the closing one. */
export function inParentheses(query: string): string {
  return /[\n#]/.test(query) ? `(\n${indented(query)}\n)` : `(${query})`;
}

/** A string in backticks may span lines, which must stay as they are. */
function indented(query: string): string {
  return query.includes('`') ? query : query.replace(/^/gm, '  ');
}
