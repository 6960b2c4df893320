import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { BuildLog, BuildLogLine } from '@shopstack/plugin-builds-common';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type { BuildReader, CurrentBuild } from './BuildReader';
import type { ExecutorProject, LogStretch, ReadBuild } from './ExecutorProject';
import { LogPages } from './LogPages';
import { decodeLogCursor, encodeLogCursor, LOG_BEGINNING } from './logCursor';
import { downloadText } from './logDownload';
import { cleanLine } from './logText';
import { NOT_YET, waitFor } from './patience';
import { reasonOf } from './reasonOf';

/** One answer holds at most so many lines and characters; the cursor goes on inside a page. */
const MOST_LINES = 5_000;
const MOST_CHARACTERS = 512 * 1024;

export interface BuildLogsOptions {
  reader: BuildReader;
  pages?: LogPages;
  /** How long an answer waits for the log, in milliseconds. Default 2,500. */
  patienceMs?: number;
}

/** Reads the logs of builds, page by page, as a whole, or only their end. */
export class BuildLogs {
  readonly #reader: BuildReader;
  readonly #pages: LogPages;
  readonly #patienceMs: number;

  constructor({ reader, pages, patienceMs = 2_500 }: BuildLogsOptions) {
    this.#reader = reader;
    this.#pages = pages ?? new LogPages();
    this.#patienceMs = patienceMs;
  }

  /** @throws InputError when the cursor is malformed; NotFoundError when there is no such build. */
  async read(
    owners: ExecutorProject[],
    id: string,
    cursor?: string,
  ): Promise<BuildLog> {
    const from = cursor === undefined ? LOG_BEGINNING : decodeLogCursor(cursor);
    const current = await this.#reader.current(owners, id);
    const { project, read, sources } = current;
    if (read?.log.kind !== 'stream') {
      const complete = isSilent(read);
      return { lines: [], nextCursor: cursor, complete, sources };
    }
    const stretch = await this.#tryTo(current, () =>
      this.#pages.read(project, read, from.position),
    );
    if ('reason' in stretch) {
      const status = troubled(project, stretch.reason);
      return {
        lines: [],
        nextCursor: cursor,
        complete: false,
        sources: [status],
      };
    }
    return { ...cut(stretch, from, read.over), sources };
  }

  /** The last lines of a log. */
  async readTail(
    owners: ExecutorProject[],
    id: string,
    lines: number,
  ): Promise<Observed<BuildLogLine>> {
    const current = await this.#reader.current(owners, id);
    const { project, read, sources } = current;
    if (read?.log.kind !== 'stream') {
      return { items: [], sources };
    }
    const tail = await this.#tryTo(current, () =>
      project.readLogTail(read, lines),
    );
    return 'reason' in tail
      ? { items: [], sources: [troubled(project, tail.reason)] }
      : { items: tail.map(cleaned), sources };
  }

  /**
   * The whole log as text.
   *
   * @throws ServiceUnavailableError when its beginning cannot be read; NotFoundError when it is not here.
   */
  async download(
    owners: ExecutorProject[],
    id: string,
  ): Promise<AsyncIterable<string>> {
    const { project, read, sources } = await this.#reader.current(owners, id);
    if (!read) {
      throw new ServiceUnavailableError(sources[0]?.reason);
    }
    if (read.log.kind === 'external') {
      throw new NotFoundError('This log is kept at the executor only');
    }
    if (read.log.kind === 'none') {
      throw new NotFoundError('This build has no log');
    }
    const readPage = (position: string) =>
      this.#pages.read(project, read, position);
    return downloadText(readPage, { over: read.over });
  }

  async #tryTo<T>(
    { project }: CurrentBuild,
    work: () => Promise<T>,
  ): Promise<T | { reason: string }> {
    try {
      const patience = AbortSignal.timeout(this.#patienceMs);
      const result = await waitFor(work(), patience);
      return result === NOT_YET
        ? { reason: `The log of ${project.name} has not come yet; ask again` }
        : result;
    } catch (error) {
      if (error instanceof InputError) {
        throw error;
      }
      return { reason: reasonOf(error) };
    }
  }
}

/** Whether nothing will ever come: the log is elsewhere, or the build ended without one. */
function isSilent(read: ReadBuild | undefined): boolean {
  return read !== undefined && (read.log.kind === 'external' || read.over);
}

function cut(
  { lines, next, atEnd }: LogStretch,
  { position, offset }: typeof LOG_BEGINNING,
  over: boolean,
): Omit<BuildLog, 'sources'> {
  const shown: BuildLogLine[] = [];
  let characters = 0;
  for (const line of lines.slice(offset, offset + MOST_LINES)) {
    const clean = cleaned(line);
    characters += clean.text.length;
    if (characters > MOST_CHARACTERS && shown.length > 0) {
      break;
    }
    shown.push(clean);
  }
  const end = offset + shown.length;
  return {
    lines: shown,
    nextCursor: encodeLogCursor(
      end < lines.length
        ? { position, offset: end }
        : { position: next, offset: 0 },
    ),
    complete: over && atEnd && end >= lines.length,
  };
}

function cleaned({ at, text }: BuildLogLine): BuildLogLine {
  return { at, text: cleanLine(text) };
}

function troubled(
  { executor, instance }: ExecutorProject,
  reason: string,
): SourceStatus {
  return {
    source: executor,
    instance,
    state: 'unavailable',
    since: new Date().toISOString(),
    reason,
  };
}
