import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { type ScanRow, SCANS, STATE_COLUMNS, toState } from './scanRow';
import type { KeptScan } from './ScanStore';

/** Scans that are kept in memory, of all repositories together; about 300 bytes each. */
const MOST_SCANS = 100_000;

/**
 * How far back rows are read again: a row of another replica may become visible a little after it was written, and the
 * clocks of replicas differ a little.
 */
const OVERLAP_MS = 10_000;

interface Indexed {
  scans: Map<string, KeptScan>;
  lookedAt?: Date;
}

/** The scans of repositories that are looked at, in memory: each look reads only what was written since the last. */
export class ScanIndex {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #repositories = new LRUCache<string, Indexed>({
    maxSize: MOST_SCANS,
    sizeCalculation: ({ scans }) => scans.size + 1,
  });

  constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  async ofRepository(
    repositoryArn: string,
  ): Promise<ReadonlyMap<string, KeptScan>> {
    const indexed: Indexed = this.#repositories.get(repositoryArn) ?? {
      scans: new Map(),
    };
    const lookedAt = this.#now();
    const query = this.#knex<ScanRow>(SCANS)
      .select(...STATE_COLUMNS)
      .where({ repository_arn: repositoryArn });
    const rows = await (indexed.lookedAt
      ? query.where('changed_at', '>=', before(indexed.lookedAt))
      : query);
    rows.forEach(row => indexed.scans.set(row.digest, toState(row)));
    // Set anew each time: its size may have grown.
    this.#repositories.set(repositoryArn, { scans: indexed.scans, lookedAt });
    return indexed.scans;
  }
}

function before(moment: Date): string {
  return new Date(moment.getTime() - OVERLAP_MS).toISOString();
}
