/**
 * The part of a YAML text that states what begins at a line: the item of a list when the line begins one, without its
 * indentation, else the whole document around the line.
 *
 * @param line - counted from 1
 */
export function yamlBlock(text: string, line: number): string {
  const lines = text.split(/\r?\n/);
  const first = Math.min(Math.max(line - 1, 0), lines.length - 1);
  const dash = /^(\s*)-\s/.exec(lines[first]);
  return dash ? itemAt(lines, first, dash[1].length) : documentAt(lines, first);
}

function itemAt(lines: string[], first: number, indent: number): string {
  let end = first + 1;
  while (end < lines.length && belongs(lines[end], indent)) end += 1;
  return trimmed(
    lines
      .slice(first, end)
      .map(each => (/^\s*$/.test(each) ? '' : each.slice(indent))),
  );
}

function belongs(line: string, indent: number): boolean {
  if (/^\s*$/.test(line)) return true;
  return /^\s*/.exec(line)![0].length > indent;
}

const BORDER = /^(---|\.\.\.)(\s|$)/;

function documentAt(lines: string[], at: number): string {
  let first = at;
  while (first > 0 && !BORDER.test(lines[first - 1])) first -= 1;
  let end = at;
  while (end < lines.length && (end === at || !BORDER.test(lines[end]))) {
    end += 1;
  }
  return trimmed(lines.slice(first, end));
}

function trimmed(lines: string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}
