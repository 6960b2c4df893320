import type { Scalar } from 'yaml';

/**
 * Offset in a file of a character of a scalar's value. Exact for block literals and for text without line breaks; where
 * lines were folded it is the place of the same letter, found by counting what is not white space.
 */
export function offsetInScalar(
  text: string,
  scalar: Scalar,
  characters: number,
): number {
  const [start, end] = scalar.range ?? [0, 0];
  const value = String(scalar.value);
  let left = 0;
  for (const letter of value.slice(0, characters)) {
    if (!isSpace(letter)) left += 1;
  }
  const isAfterAll = characters >= value.trimEnd().length;
  let at = contentStart(text, scalar, start);
  while (at < end) {
    const length = lengthOfLetter(text, scalar, at);
    const isGap = isSpace(text[at]) || isEscapedSpace(text, scalar, at);
    if (left === 0 && (!isGap || isAfterAll)) break;
    if (!isGap) left -= 1;
    at += length;
  }
  return Math.min(at, end);
}

/** Behind the quote, or behind the line of `|` or `>`. */
function contentStart(text: string, scalar: Scalar, start: number): number {
  switch (scalar.type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return text.indexOf('\n', start) + 1 || start;
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE':
      return start + 1;
    default:
      return start;
  }
}

/** Two characters where one is escaped. */
function lengthOfLetter(text: string, scalar: Scalar, at: number): number {
  if (scalar.type === 'QUOTE_DOUBLE' && text[at] === '\\') return 2;
  if (scalar.type === 'QUOTE_SINGLE' && text.startsWith("''", at)) return 2;
  return 1;
}

function isEscapedSpace(text: string, scalar: Scalar, at: number): boolean {
  return (
    scalar.type === 'QUOTE_DOUBLE' && /^\\[nrt \n]/.test(text.slice(at, at + 2))
  );
}

function isSpace(letter: string): boolean {
  return /\s/.test(letter);
}
