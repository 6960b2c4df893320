import { type CST, Composer, type Document, type Node } from 'yaml';
import { checkStructure } from './checkStructure';
import { Mapping } from './Mapping';
import { Problems } from './Problems';
import { scanYaml } from './scanYaml';

/** Larger than any file that people write; read whole into memory, so it needs a limit. */
const MOST_BYTES = 1024 * 1024;

/** Of one document; what follows the first few errors are mostly their echoes. */
const MOST_ERRORS = 5;

/**
 * The documents of a YAML text that are sound mappings, and what is wrong with the rest. A text that is too long is not
 * looked at; one without any document is refused too.
 *
 * @param file - how problems name the file.
 */
export function readMappings(
  text: string,
  file: string,
): { mappings: Mapping[]; problems: Problems } {
  if (isTooLong(text)) {
    const problems = new Problems(file, '');
    problems.refuse(
      { offset: 0 },
      `larger than ${MOST_BYTES} bytes: this is no SLO file`,
    );
    return { mappings: [], problems };
  }
  // Editors of Windows write a mark of the byte order first; columns count without it.
  const plainText = text.replace(/^\uFEFF/, '');
  const problems = new Problems(file, plainText);
  const nodes = readYaml(plainText, problems);
  if (nodes.length === 0 && problems.refusals === 0) {
    problems.refuse({ offset: 0 }, 'the file is empty');
  }
  const mappings = nodes
    .map(node => Mapping.of(node, '', problems))
    .filter(mapping => mapping !== undefined);
  return { mappings, problems };
}

/**
 * The sound documents of a YAML text: without syntax errors, duplicate keys, keys that are no text, anchors, aliases and
 * tags. What is wrong with the others goes into `problems`. Empty documents are passed over.
 */
function readYaml(text: string, problems: Problems): Node[] {
  const scanned = scanYaml(text, problems);
  if (!scanned) return [];
  const sound: Node[] = [];
  for (const document of compose(scanned.tokens, text.length)) {
    const before = problems.refusals;
    for (const error of document.errors.slice(0, MOST_ERRORS)) {
      problems.refuse(
        { offset: error.pos[0] },
        `YAML: ${plain(error.message)}`,
      );
    }
    const { contents, range } = document;
    const isRefused = scanned.refused.some(
      offset => offset >= range[0] && offset <= range[2],
    );
    if (problems.refusals > before || isRefused || isEmpty(contents)) continue;
    checkStructure(contents, problems);
    if (problems.refusals === before) sound.push(contents);
  }
  return sound;
}

function isTooLong(text: string): boolean {
  return (
    text.length > MOST_BYTES ||
    new TextEncoder().encode(text).length > MOST_BYTES
  );
}

function* compose(
  tokens: CST.Token[],
  end: number,
): Generator<Document.Parsed> {
  // Keys are compared by `checkStructure`: the library compares each with each, which a long mapping makes very slow.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  for (const token of tokens) yield* composer.next(token);
  yield* composer.end(false, end);
}

function isEmpty(contents: Node | null): contents is null {
  return contents === null || (contents as { value?: unknown }).value === null;
}

/** The library's sentence without the position that it may end in. */
function plain(message: string): string {
  // Thrown and caught inside of the library: indentation too can nest deeper than its recursion goes.
  if (message.includes('call stack')) return 'nested too deep';
  return message.replace(/ at line \d+, column \d+[^]*$/, '').trim();
}
