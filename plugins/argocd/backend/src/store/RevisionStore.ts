import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { CommitStory } from '../service/InstanceReader';

const TABLE = 'argocd_revisions';

/** Below the parameter limits of SQLite and PostgreSQL. */
const MOST_AT_ONCE = 500;

interface Row {
  id: string;
  repository: string;
  commit: string;
  story: string | null;
  attempted_at: string;
}

/** Names a commit of a repository. */
export interface CommitName {
  repoUrl: string;
  sha: string;
}

/** What is kept of a commit. */
export interface KeptStory {
  /** Absent when it could not be read. */
  story?: CommitStory;
  attemptedAt: Date;
}

/** Under which name a commit is kept. */
export function commitId({ repoUrl, sha }: CommitName): string {
  return createHash('sha256').update(`${repoUrl}@${sha}`).digest('hex');
}

/** Keeps who wrote which commit, for ever and for all instances. */
export class RevisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What is kept of these commits, by `commitId`. */
  async get(ids: string[]): Promise<Map<string, KeptStory>> {
    const found = new Map<string, KeptStory>();
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const rows = await this.#knex<Row>(TABLE).whereIn(
        'id',
        ids.slice(start, start + MOST_AT_ONCE),
      );
      for (const row of rows) {
        found.set(row.id, {
          story: row.story === null ? undefined : JSON.parse(row.story),
          attemptedAt: new Date(row.attempted_at),
        });
      }
    }
    return found;
  }

  /** Keeps a story, or, without one, that it could not be read; a story that is there already stays. */
  async put(
    { repoUrl, sha }: CommitName,
    story: CommitStory | undefined,
    at: Date,
  ): Promise<void> {
    const insertion = this.#knex<Row>(TABLE)
      .insert({
        id: commitId({ repoUrl, sha }),
        repository: repoUrl,
        commit: sha,
        story: story === undefined ? null : JSON.stringify(story),
        attempted_at: at.toISOString(),
      })
      .onConflict('id');
    await (story === undefined
      ? insertion.merge(['attempted_at'])
      : insertion.merge(['story', 'attempted_at']));
  }
}
