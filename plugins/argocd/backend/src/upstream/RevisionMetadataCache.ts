import type { ReadModel } from '@shopstack/plugin-kit-node';
import type { RevisionMetadata } from './historyMapping';

/** For how long a revision that could not be read is left alone: it costs Argo CD a checkout. */
const REST_MS = 5 * 60_000;

/** A commit never changes, so what is known of one is kept for ever, for all instances and applications. */
export class RevisionMetadataCache {
  readonly #readModel: ReadModel;
  readonly #now: () => Date;

  constructor(readModel: ReadModel, now: () => Date = () => new Date()) {
    this.#readModel = readModel;
    this.#now = now;
  }

  /** Answers what is kept, else what `load` gives; undefined when that fails, now or a short while ago. */
  async get(
    repoUrl: string,
    sha: string,
    load: () => Promise<RevisionMetadata>,
  ): Promise<RevisionMetadata | undefined> {
    const key = `revision:${repoUrl}@${sha}`;
    const kept = await this.#readModel.get<RevisionMetadata>(key);
    if (kept?.value !== undefined) {
      return kept.value;
    }
    const at = this.#now();
    if (kept && at.getTime() - kept.attemptedAt.getTime() < REST_MS) {
      return undefined;
    }
    try {
      const metadata = await load();
      await this.#readModel.recordSuccess(key, metadata, at);
      return metadata;
    } catch {
      await this.#readModel.recordFailure(key, 'not readable', at);
      return undefined;
    }
  }
}
