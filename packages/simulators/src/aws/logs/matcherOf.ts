import { AwsError } from '../AwsError';

/** Terms of a filter pattern: `word`, `"a phrase"`, each with `-` (must not) or `?` (one of these) before it. */
const TERM = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|([\w./:@-]+))(?:\s+|$)/y;

interface Term {
  sign: string;
  text: string;
}

/**
 * The unstructured part of CloudWatch's filter patterns. JSON (`{`), space-delimited (`[`) and regular expressions (`%`) are refused,
 * for they are not known here.
 *
 * @throws AwsError InvalidParameterException
 */
export function matcherOf(pattern: string): (message: string) => boolean {
  const terms = parse(pattern.trim());
  const has = (message: string) => (term: Term) => message.includes(term.text);
  const bySign = (sign: string) => terms.filter(term => term.sign === sign);
  const [all, none, some] = [bySign(''), bySign('-'), bySign('?')];
  return message =>
    all.every(has(message)) &&
    !none.some(has(message)) &&
    (some.length === 0 || some.some(has(message)));
}

function parse(pattern: string): Term[] {
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < pattern.length) {
    const match = TERM.exec(pattern);
    if (!match) {
      throw new AwsError('InvalidParameterException', 'Invalid filter pattern');
    }
    const [, sign, phrase, word] = match;
    terms.push({ sign, text: phrase?.replace(/\\(.)/g, '$1') ?? word });
  }
  return terms;
}
