import { createHash } from 'node:crypto';
import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ReadModel, Reading } from './ReadModel';

const TABLE = 'kit_readings';

/** Longer keys are kept by their hash: an annotation may be as long as its author likes, a primary key may not. */
const LONGEST_KEY = 200;

interface Row {
  key: string;
  value: string | null;
  good_at: string | null;
  failing_since: string | null;
  attempted_at: string;
  reason: string | null;
}

/** Keeps readings in the plugin's own database, so that they survive a restart and are shared by all replicas. */
export class KnexReadModel implements ReadModel {
  /** Brings the table up to date, unless the plugin's migrations are switched off, and answers the read model. */
  static async create(database: DatabaseService): Promise<KnexReadModel> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@shopstack/plugin-kit-node',
          'migrations',
        ),
        // Not the default table: that one belongs to the plugin's own migrations.
        tableName: 'kit_knex_migrations',
      });
    }
    return new KnexReadModel(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get<T>(key: string): Promise<Reading<T> | undefined> {
    const row = await this.#knex<Row>(TABLE)
      .where({ key: shortKey(key) })
      .first();
    return (
      row && {
        value: row.value === null ? undefined : (JSON.parse(row.value) as T),
        goodAt: toDate(row.good_at),
        failingSince: toDate(row.failing_since),
        attemptedAt: new Date(row.attempted_at),
        reason: row.reason ?? undefined,
      }
    );
  }

  async recordSuccess<T>(key: string, value: T, at: Date): Promise<void> {
    const row: Row = {
      key: shortKey(key),
      value: JSON.stringify(value),
      good_at: at.toISOString(),
      failing_since: null,
      attempted_at: at.toISOString(),
      reason: null,
    };
    await this.#knex<Row>(TABLE).insert(row).onConflict('key').merge();
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
      })
      .onConflict('key')
      .merge({
        failing_since: this.#knex.raw('coalesce(??, ?)', [
          `${TABLE}.failing_since`,
          moment,
        ]) as unknown as string,
        attempted_at: moment,
        reason,
      });
  }
}

function toDate(moment: string | null): Date | undefined {
  return moment === null ? undefined : new Date(moment);
}

function shortKey(key: string): string {
  return key.length <= LONGEST_KEY
    ? key
    : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
