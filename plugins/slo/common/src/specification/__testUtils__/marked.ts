import type { SloProblem } from '../SloSpecification';

/** A text without the mark `¶` in it, and where that stood. */
export function marked(text: string): {
  text: string;
  line: number;
  column: number;
} {
  const before = text.slice(0, text.indexOf('¶')).split('\n');
  return {
    text: text.replace('¶', ''),
    line: before.length,
    column: before[before.length - 1].length + 1,
  };
}

/** A text with one part of it changed; fails where the part is not in it exactly once. */
export function changed(text: string, part: string, to: string): string {
  if (text.split(part).length !== 2) {
    throw new Error(`not once in the text: ${part}`);
  }
  return text.replace(part, () => to);
}

/** `line:column path: reason` of problems. */
export function told(problems: readonly SloProblem[]): string[] {
  return problems.map(
    ({ line, column, path, reason }) =>
      `${line}:${column}${path ? ` ${path}` : ''}: ${reason}`,
  );
}
