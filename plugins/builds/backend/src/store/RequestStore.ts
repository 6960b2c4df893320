import type { Knex } from 'knex';
import type { ReadBuild } from '../service/ExecutorProject';

/** What somebody asked for under a key. */
export interface BuildRequest {
  /** Hash of what was asked, to notice a key that is used for something else. */
  question: string;
  /** When it was asked first. */
  askedAt: Date;
  /** The build, once it is known; until then nobody knows whether it was started. */
  answer?: ReadBuild;
}

/** Remembers for a day what was asked for, so that nothing is started twice. */
export interface RequestStore {
  /**
   * Notes a request before it is made.
   *
   * @returns what was noted under this id before, by whichever replica; undefined when this is the first.
   */
  begin(
    id: string,
    question: string,
    at: Date,
  ): Promise<BuildRequest | undefined>;

  /** Notes what came of it. */
  complete(id: string, answer: ReadBuild): Promise<void>;

  /** Forgets a request that is known to have done nothing. */
  forget(id: string): Promise<void>;
}

interface Row {
  id: string;
  question: string;
  asked_at: string;
  state: 'pending' | 'done';
  answer: string | null;
}

const TABLE = 'build_requests';
const DAY_MS = 24 * 3_600_000;

/** Remembers requests in the plugin's own database, which all replicas share. */
export class KnexRequestStore implements RequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(
    id: string,
    question: string,
    at: Date,
  ): Promise<BuildRequest | undefined> {
    const dayAgo = new Date(at.getTime() - DAY_MS).toISOString();
    await this.#knex<Row>(TABLE).where('asked_at', '<', dayAgo).delete();
    const inserted = await this.#knex<Row>(TABLE)
      .insert({
        id,
        question,
        asked_at: at.toISOString(),
        state: 'pending',
        answer: null,
      })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (inserted.length > 0) {
      return undefined;
    }
    const row = await this.#knex<Row>(TABLE).where({ id }).first();
    // Forgotten between the two statements: as if it were the first.
    return row
      ? {
          question: row.question,
          askedAt: new Date(row.asked_at),
          answer: row.answer
            ? (JSON.parse(row.answer) as ReadBuild)
            : undefined,
        }
      : this.begin(id, question, at);
  }

  async complete(id: string, answer: ReadBuild): Promise<void> {
    await this.#knex<Row>(TABLE)
      .where({ id })
      .update({ state: 'done', answer: JSON.stringify(answer) });
  }

  async forget(id: string): Promise<void> {
    await this.#knex<Row>(TABLE).where({ id, state: 'pending' }).delete();
  }
}
