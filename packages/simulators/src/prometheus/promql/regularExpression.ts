import { PromqlSyntaxError } from './errors';

const POSIX_CLASSES: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: '\\t ',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/**
 * Compiles an RE2 pattern, anchored at both ends as Prometheus does it.
 * Throws PromqlSyntaxError for what RE2 refuses: look-around, back references, broken patterns.
 */
export function compileAnchored(pattern: string): RegExp {
  if (/\(\?(?:=|!|<=|<!)/.test(pattern) || hasBackReference(pattern)) {
    throw new PromqlSyntaxError(
      `error parsing regexp: invalid or unsupported Perl syntax: \`${pattern}\``,
    );
  }
  try {
    return new RegExp(`^(?:${translate(pattern)})$`);
  } catch {
    throw new PromqlSyntaxError(`error parsing regexp: \`${pattern}\``);
  }
}

function hasBackReference(pattern: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\[1-9]/.test(pattern);
}

function translate(pattern: string): string {
  const translated = pattern
    .replace(/\(\?P</g, '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$')
    .replace(/\[:(\w+):\]/g, (whole, name: string) => {
      return POSIX_CLASSES[name] ?? whole;
    });
  // RE2 lets flags stand at the start for the whole pattern; JavaScript wants them on a group.
  const flags = /^\(\?([ims]+)\)/.exec(translated);
  return flags
    ? `(?${flags[1]}:${translated.slice(flags[0].length)})`
    : translated;
}
