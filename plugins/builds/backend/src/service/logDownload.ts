import { ServiceUnavailableError } from '@backstage/errors';
import type { LogStretch } from './ExecutorProject';
import { plainLine } from './logText';
import { reasonOf } from './reasonOf';

/** A log that is longer is cut there, with a line that says so. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** Pages of a log; each is a call unless it is kept. */
const MOST_PAGES = 500;

/**
 * A whole log as text, page by page. The first page was read when the promise resolves, so that a log that cannot be
 * read is an error and no empty file.
 *
 * @throws ServiceUnavailableError when the first page cannot be read.
 */
export async function downloadText(
  readPage: (position: string) => Promise<LogStretch>,
  { over }: { over: boolean },
): Promise<AsyncIterable<string>> {
  let first: LogStretch;
  try {
    first = await readPage('');
  } catch (error) {
    throw new ServiceUnavailableError(reasonOf(error));
  }
  return textOf(first, readPage, over);
}

async function* textOf(
  first: LogStretch,
  readPage: (position: string) => Promise<LogStretch>,
  over: boolean,
): AsyncGenerator<string> {
  let page = first;
  let characters = 0;
  for (let number = 1; ; number += 1) {
    const text = page.lines.map(line => `${plainLine(line.text)}\n`).join('');
    characters += text.length;
    if (text) {
      yield text;
    }
    if (page.atEnd) {
      if (!over) {
        yield '[The build still runs: this is its log up to now]\n';
      }
      return;
    }
    if (characters > MOST_CHARACTERS || number >= MOST_PAGES) {
      yield '[The log is longer: the rest is at the executor only]\n';
      return;
    }
    try {
      page = await readPage(page.next);
    } catch (error) {
      yield `[The rest of the log could not be read: ${reasonOf(error)}]\n`;
      return;
    }
  }
}
