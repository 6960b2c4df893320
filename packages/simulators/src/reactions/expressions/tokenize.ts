/** An expression of a workflow that this forge cannot evaluate. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

export interface Token {
  kind: 'string' | 'number' | 'name' | 'operator' | 'end';
  text: string;
}

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*(?:\.[A-Za-z_*][\w-]*)*)|(==|!=|&&|\|\||[!(),<>]))\s*/y;

/** @throws ExpressionError for a character that no expression of ours has */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (!match) {
      throw new ExpressionError(
        `Cannot evaluate '${expression}': unexpected '${expression.slice(start).trim()}'`,
      );
    }
    const [, string, number, name, operator] = match;
    if (string !== undefined) {
      tokens.push({ kind: 'string', text: string.replaceAll("''", "'") });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name });
    } else {
      tokens.push({ kind: 'operator', text: operator });
    }
  }
  return [...tokens, { kind: 'end', text: 'the end' }];
}
