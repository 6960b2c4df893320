import { LRUCache } from 'lru-cache';
import type { ExecutorProject, LogStretch, ReadBuild } from './ExecutorProject';

/** All pages of logs together, in characters. */
const MOST_CHARACTERS = 48 * 1024 * 1024;

/** The tail of a build that runs is asked for at most this often, by all viewers together. */
const TAIL_MS = 2_000;

/** Last lines may arrive a little after the build ended. */
const END_MS = 60_000;

/** What each line takes beside its text. */
const LINE_OVERHEAD = 60;

/**
 * The pages of logs that were read. A page that held lines stays as it is, for a log only grows at its end; what was
 * at the end is asked again after a moment. All who ask for the same at once share one call.
 */
export class LogPages {
  readonly #pages = new LRUCache<string, LogStretch>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ lines }) =>
      lines.reduce((size, { text }) => size + text.length + LINE_OVERHEAD, 100),
  });
  readonly #reading = new Map<string, Promise<LogStretch>>();

  /** @throws UpstreamError for every fault. */
  async read(
    project: ExecutorProject,
    build: ReadBuild,
    position: string,
  ): Promise<LogStretch> {
    // A build that runs again has another log.
    const key = JSON.stringify([
      project.key,
      build.build.id,
      build.build.startedAt,
      position,
    ]);
    const kept = this.#pages.get(key);
    if (kept) {
      return kept;
    }
    const reading = this.#reading.get(key) ?? project.readLog(build, position);
    this.#reading.set(key, reading);
    try {
      const stretch = await reading;
      const endMs = build.over ? END_MS : TAIL_MS;
      const ttl = stretch.atEnd || stretch.lines.length === 0 ? endMs : 0;
      this.#pages.set(key, stretch, { ttl });
      return stretch;
    } finally {
      this.#reading.delete(key);
    }
  }
}
