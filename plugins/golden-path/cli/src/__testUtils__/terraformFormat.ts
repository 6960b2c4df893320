const ASSIGNMENT = /^( *)("[^"]*"|[\w-]+)( *)=( *)(?![=>])\S/;

/**
 * The canonical form of Terraform text without heredocs, as `terraform fmt` has it: two spaces for each line that left
 * brackets open,
 * equals signs of neighbouring one-line arguments below each other, nothing at the end of a line. For machines that
 * have no Terraform.
 */
export function terraformFormat(text: string): string {
  /** The lines that left brackets open, as how many of theirs still are. */
  const open: number[] = [];
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line => {
      const clean = line.trim();
      const balance = bracketBalance(clean);
      for (let closed = -balance; closed > 0; ) {
        const last = open.pop() ?? closed;
        if (last > closed) open.push(last - closed);
        closed -= last;
      }
      // `}, {` closes for its own line and opens for the next.
      const back = balance >= 0 && /^[\])}]/.test(clean) ? 1 : 0;
      const indent = '  '.repeat(open.length - back);
      if (balance > 0) open.push(balance);
      return { text: clean && `${indent}${clean}`, aligned: balance === 0 };
    });
  const formatted: string[] = [];
  let neighbours: RegExpMatchArray[] = [];
  const flush = () => {
    const width = Math.max(0, ...neighbours.map(([, , name]) => name.length));
    for (const { 0: start, 1: indent, 2: name, input } of neighbours) {
      const value = input!.slice(start.length - 1);
      formatted.push(`${indent}${name.padEnd(width)} = ${value}`);
    }
    neighbours = [];
  };
  for (const line of lines) {
    const match = line.text.match(ASSIGNMENT);
    if (!match || !line.aligned) flush();
    if (match) neighbours.push(match);
    if (!match) formatted.push(line.text);
    if (!line.aligned) flush();
  }
  flush();
  return `${formatted.join('\n')}\n`;
}

/** Brackets that a line opens and does not close, strings and comments left out. */
function bracketBalance(line: string): number {
  const code = line
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .replace(/(?:#|\/\/).*/, '');
  const count = (pattern: RegExp) => (code.match(pattern) ?? []).length;
  return count(/[[({]/g) - count(/[\])}]/g);
}
