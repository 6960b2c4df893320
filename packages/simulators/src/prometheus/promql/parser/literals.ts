import { PromqlSyntaxError } from '../errors';

const UNITS: [string, number][] = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];
const DURATION =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Milliseconds of a duration such as `1h30m`, or undefined when the text is not one. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || text === '') return undefined;
  return UNITS.reduce(
    (total, [, unit], index) => total + Number(match[index + 1] ?? 0) * unit,
    0,
  );
}

/** The value of a number literal: decimal, hexadecimal, Inf, NaN, or a duration in seconds; with or without a sign. */
export function parseNumber(text: string): number {
  const match = /^([+-]?)\s*(.*)$/s.exec(text.trim())!;
  const sign = match[1] === '-' ? -1 : 1;
  const body = match[2].toLowerCase().replace(/(?<=\d)_(?=\d)/g, '');
  if (body === 'inf') return sign * Infinity;
  if (body === 'nan') return NaN;
  const duration = parseDuration(body);
  if (duration !== undefined) return (sign * duration) / 1000;
  const value = Number(body);
  if (body === '' || Number.isNaN(value)) {
    throw new PromqlSyntaxError(`bad number or duration syntax: "${text}"`);
  }
  return sign * value;
}

const ESCAPES: Record<string, string> = {
  a: '\u{7}',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** The text of a string literal in any of the three quotes, escapes as in Go. */
export function parseString(literal: string): string {
  const quote = literal[0];
  if (literal.length < 2 || !literal.endsWith(quote)) {
    throw new PromqlSyntaxError('unterminated quoted string');
  }
  const body = literal.slice(1, -1);
  if (quote === '`') return body;
  if (body.includes('\n')) {
    throw new PromqlSyntaxError('unterminated quoted string');
  }
  return body.replace(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.?)/gs,
    (_, escape: string) => unescape(escape, quote),
  );
}

function unescape(escape: string, quote: string): string {
  if (/^[xuU]./.test(escape)) {
    return String.fromCodePoint(parseInt(escape.slice(1), 16));
  }
  if (/^[0-7]{3}$/.test(escape)) {
    return String.fromCodePoint(parseInt(escape, 8));
  }
  const otherQuote = (escape === "'" || escape === '"') && escape !== quote;
  const text = otherQuote ? undefined : ESCAPES[escape];
  if (text === undefined) {
    throw new PromqlSyntaxError(`unknown escape sequence '\\${escape}'`);
  }
  return text;
}
