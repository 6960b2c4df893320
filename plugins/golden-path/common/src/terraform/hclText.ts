/** A service's name as Terraform writes it: `order-history` is `order_history`. */
export function moduleNameOf(service: string): string {
  return service.replace(/-/g, '_');
}

/** HCL without its comments. Strings are kept whole, so a `#` in one is no comment. */
function withoutComments(hcl: string): string {
  return hcl.replace(
    /("(?:[^"\\\n]|\\.)*")|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//g,
    (_all, quoted?: string) => quoted ?? '',
  );
}

/** The contents of all quoted strings, comments left out. */
export function quotedStringsOf(hcl: string): string[] {
  return [...withoutComments(hcl).matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(
    match => match[1],
  );
}

/** A top-level block and the text between its braces. */
interface HclBlock {
  type: string;
  labels: string[];
  body: string;
}

/** The top-level blocks of a file of HCL, as far as braces and strings tell them apart. */
export function blocksOf(hcl: string): HclBlock[] {
  const text = withoutComments(hcl);
  const blocks: HclBlock[] = [];
  const header = /^([a-z_]+)((?:[ \t]+"[^"\n]*")*)[ \t]*\{/gm;
  for (let match = header.exec(text); match; match = header.exec(text)) {
    const end = closingBrace(text, header.lastIndex);
    blocks.push({
      type: match[1],
      labels: [...match[2].matchAll(/"([^"]*)"/g)].map(([, label]) => label),
      body: text.slice(header.lastIndex, end),
    });
    header.lastIndex = end;
  }
  return blocks;
}

/** The arguments directly in a block: name to the text of the expression. */
export function argumentsOf(body: string): Map<string, string> {
  const found = new Map<string, string>();
  let depth = 0;
  let current: { name: string; lines: string[] } | undefined;
  for (const line of body.split('\n')) {
    const match = line.match(/^\s*([a-zA-Z_][\w-]*)\s*=(?![=>])\s*(.*)$/);
    if (depth === 0 && match) {
      current = { name: match[1], lines: [match[2].trimEnd()] };
    } else if (depth > 0 && current) {
      current.lines.push(line.trimEnd());
    }
    depth += bracketBalance(line);
    if (depth === 0 && current) {
      found.set(current.name, current.lines.join('\n').trim());
      current = undefined;
    }
  }
  return found;
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  const token = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    depth += bracketBalance(match[0]);
    if (depth === 0) {
      return match.index;
    }
  }
  return text.length;
}

function bracketBalance(line: string): number {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return (
    (bare.match(/[{[(]/g) ?? []).length - (bare.match(/[}\])]/g) ?? []).length
  );
}
