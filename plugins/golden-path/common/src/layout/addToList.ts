import { InputError } from '@backstage/errors';
import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * Adds entries to a list at the top of a YAML text. Only lines are inserted: comments, quotes, order, indentation and
 * line ends of everything else stay as they are. Entries that are there already are left alone.
 *
 * @throws InputError when the text has no such list in block form.
 */
export function addToList(
  text: string,
  key: string,
  entries: string[],
): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const list = isMap(document.contents)
    ? document.contents.get(key, true)
    : undefined;
  if (!isSeq(list) || list.flow || list.items.length === 0 || !list.range) {
    throw new InputError(
      `there is no list "${key}" to add ${entries.join(', ')} to`,
    );
  }
  const present = list.toJSON() as unknown[];
  const missing = entries.filter(entry => !present.includes(entry));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';

  const last = list.items.at(-1) as { range?: [number, number, number] };
  const valueEnd = last.range?.[1] ?? list.range[1];
  const lineEnd = text.indexOf('\n', valueEnd);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  const lineStart =
    text.lastIndexOf('\n', (last.range?.[0] ?? valueEnd) - 1) + 1;
  const indentation = /^[ ]*/.exec(text.slice(lineStart))![0];

  const lines = missing.map(entry => `${indentation}- ${entry}${newline}`);
  const gap = lineEnd < 0 && missing.length > 0 ? newline : '';
  return text.slice(0, at) + gap + lines.join('') + text.slice(at);
}
