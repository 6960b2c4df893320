import type { DatabaseService } from '@backstage/backend-plugin-api';
import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { openDatabase } from '../database';
import type {
  KeptValue,
  KeySelection,
  ReadModel,
  Reading,
  ReadingState,
} from './ReadModel';
import { type Row, TABLE, writeSuccesses } from './writeSuccesses';
import { shortKey, writeValue } from './writtenValue';

/** Well below the number of parameters that SQLite and PostgreSQL take in one statement. */
const BATCH = 500;

const STATE_COLUMNS = [
  'key',
  'good_at',
  'failing_since',
  'attempted_at',
  'reason',
  'fingerprint',
  'is_due',
] as const;

/** Keeps readings in the plugin's own database, so that they survive a restart and are shared by all replicas. */
export class KnexReadModel implements ReadModel {
  /** Brings the table up to date, unless the plugin's migrations are switched off, and answers the read model. */
  static async create(database: DatabaseService): Promise<KnexReadModel> {
    const knex = await openDatabase(
      database,
      '@shopstack/plugin-kit-node',
      'kit_knex_migrations',
    );
    return new KnexReadModel(knex);
  }

  readonly #knex: Knex;
  /** Sources that answer in the same moment are written in one transaction, which costs a disk the same as one. */
  readonly #successes: DataLoader<Row, void>;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#successes = new DataLoader(rows => writeSuccesses(knex, rows), {
      cache: false,
      batchScheduleFn: setImmediate,
    });
  }

  async get<T>(key: string): Promise<Reading<T> | undefined> {
    const row = await this.#knex<Row>(TABLE)
      .where({ key: shortKey(key) })
      .first();
    return (
      row && {
        ...toState(row),
        ...(row.value !== null && {
          value: JSON.parse(row.value) as T,
          size: row.value.length,
        }),
      }
    );
  }

  async getStates(
    keys: readonly string[],
  ): Promise<(ReadingState | undefined)[]> {
    const wanted = keys.map(shortKey);
    const found = new Map<string, ReadingState>();
    for (const batch of inBatches([...new Set(wanted)])) {
      const rows = await this.#knex<Row>(TABLE)
        .select(...STATE_COLUMNS)
        .whereIn('key', batch);
      rows.forEach(row => found.set(row.key, toState(row)));
    }
    return wanted.map(key => found.get(key));
  }

  async recordSuccess<T>(key: string, value: T, at: Date): Promise<KeptValue> {
    const { text, ...kept } = writeValue(value);
    await this.#successes.load({
      key: shortKey(key),
      value: text,
      fingerprint: kept.fingerprint,
      good_at: at.toISOString(),
      failing_since: null,
      attempted_at: at.toISOString(),
      reason: null,
      is_due: false,
    });
    return kept;
  }

  async recordFailure(key: string, reason: string, at: Date): Promise<void> {
    const moment = at.toISOString();
    await this.#knex<Row>(TABLE)
      .insert({
        key: shortKey(key),
        value: null,
        good_at: null,
        failing_since: moment,
        attempted_at: moment,
        reason,
        is_due: false,
      })
      .onConflict('key')
      .merge({
        failing_since: this.#knex.raw('coalesce(??, ?)', [
          `${TABLE}.failing_since`,
          moment,
        ]) as unknown as string,
        attempted_at: moment,
        reason,
        is_due: false,
      });
  }

  async expire(selection: KeySelection): Promise<void> {
    const keys =
      typeof selection === 'function'
        ? (await this.#knex<Row>(TABLE).pluck('key')).filter(selection)
        : selection.map(shortKey);
    for (const batch of inBatches(keys)) {
      await this.#knex<Row>(TABLE)
        .whereIn('key', batch)
        .update({ is_due: true });
    }
  }

  async prune(attemptedBefore: Date): Promise<number> {
    return this.#knex<Row>(TABLE)
      .where('attempted_at', '<', attemptedBefore.toISOString())
      .delete();
  }
}

function toState(row: Omit<Row, 'value'>): ReadingState {
  return {
    goodAt: toDate(row.good_at),
    failingSince: toDate(row.failing_since),
    attemptedAt: new Date(row.attempted_at),
    reason: row.reason ?? undefined,
    fingerprint: row.fingerprint ?? undefined,
    isDue: Boolean(row.is_due) || undefined,
  };
}

function toDate(moment: string | null): Date | undefined {
  return moment === null ? undefined : new Date(moment);
}

function inBatches(keys: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    batches.push(keys.slice(start, start + BATCH));
  }
  return batches;
}
