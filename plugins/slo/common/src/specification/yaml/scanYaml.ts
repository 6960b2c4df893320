import { CST, Lexer, Parser } from 'yaml';
import { Nesting } from './Nesting';
import type { Problems } from './Problems';

/** Real files hold one to ten documents. */
const MOST_DOCUMENTS = 100;
/** The deepest field of any format that is read here lies 12 levels down. */
export const MOST_DEPTH = 40;
/** A file of a thousand objectives has about a hundred thousand pieces (words, dashes, line ends). */
const MOST_PIECES = 300_000;
/** Of what parts of a text that is no YAML at all may be told. */
const MOST_ERRORS = 20;

/** Marks that the lexer puts between the pieces of a text; they have no length in it. */
const MARKS = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
const REFUSED: Partial<Record<string, string>> = {
  anchor: 'anchors are not read: write the value where it is used',
  alias: 'aliases are not read: write the value where it is used',
  tag: 'tags are not read: write the plain value',
};

/**
 * The pieces of a YAML text, as far as it is safe to read on: stops, and says why, at too many documents, at nesting that
 * would exhaust the stack, and at what is no YAML. Anchors, aliases and tags are told, each where it stands; they make
 * the whole document that holds them unusable.
 *
 * @returns the pieces, and the offsets of what was refused in them; no pieces at all where reading had to stop.
 */
export function scanYaml(
  text: string,
  problems: Problems,
): { tokens: CST.Token[]; refused: number[] } | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const refused: number[] = [];
  const nesting = new Nesting();
  let pieces = 0;
  let documents = 0;
  let errors = 0;
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces > MOST_PIECES) {
      problems.refuse({ offset }, 'there is too much in this file to read on');
      return undefined;
    }
    const isMark: boolean = !isScalar && MARKS.has(lexeme);
    const type = isScalar ? 'scalar' : (CST.tokenType(lexeme) ?? 'scalar');
    isScalar = isMark && lexeme === CST.SCALAR;
    if (type === 'doc-start') documents += 1;
    if (documents > MOST_DOCUMENTS) {
      problems.refuse({ offset }, `more than ${MOST_DOCUMENTS} documents`);
      return undefined;
    }
    if (nesting.after(type) > MOST_DEPTH) {
      problems.refuse({ offset }, `nested more than ${MOST_DEPTH} levels deep`);
      return undefined;
    }
    const reason = REFUSED[type];
    if (reason) {
      problems.refuse({ offset }, reason);
      refused.push(offset);
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors += 1;
    }
    if (errors > MOST_ERRORS || refused.length > MOST_ERRORS) {
      if (errors > MOST_ERRORS) problems.refuse({ offset }, 'this is no YAML');
      return undefined;
    }
    if (!isMark) offset += lexeme.length;
  }
  tokens.push(...parser.end());
  return { tokens, refused };
}
