import type { Knex } from 'knex';
import type {
  FleetApplication,
  FleetChange,
  InstanceState,
} from './FleetApplication';
import {
  type ApplicationRow,
  fromInstanceRow,
  fromRow,
  type InstanceRow,
  keyOf,
  toRow,
} from './fleetRows';

const APPLICATIONS = 'argocd_applications';
const INSTANCES = 'argocd_instances';

/** Below the parameter limits of SQLite and PostgreSQL, at fourteen columns each. */
const MOST_AT_ONCE = 100;

/** What narrows a reading of the fleet. */
export interface FleetFilter {
  instance?: string;
  project?: string;
  sync?: string[];
  health?: string[];
}

/** What becomes of applications of one instance. */
export interface FleetUpdate {
  instance: string;
  present: FleetApplication[];
  /** Applications that went; `everyOther` for a whole list, in which only what is present is there. */
  gone: { namespace: string; name: string }[] | 'everyOther';
  at: Date;
}

/** All applications of all instances, and how their streams are. Shared by all replicas. */
export class FleetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Writes what an instance told, in one transaction, and answers what is different from before. */
  async apply(update: FleetUpdate): Promise<FleetChange[]> {
    return this.#knex.transaction(async transaction => {
      const before = await this.#before(transaction, update);
      const present = new Map(
        update.present.map(each => [keyOf(each), toRow(each)]),
      );
      const gone =
        update.gone === 'everyOther'
          ? [...before.values()].filter(row => !present.has(keyOf(row)))
          : update.gone.flatMap(id => before.get(keyOf(id)) ?? []);
      const changed = [...present].filter(
        ([key, row]) => before.get(key)?.fingerprint !== row.fingerprint,
      );
      await this.#delete(transaction, gone);
      await this.#write(
        transaction,
        changed.map(([, row]) => row),
      );
      const at = update.at.toISOString();
      await transaction<InstanceRow>(INSTANCES)
        .insert({
          instance: update.instance,
          alive_at: at,
          listed_at: update.gone === 'everyOther' ? at : null,
          failing_since: null,
          reason: null,
        })
        .onConflict('instance')
        .merge([
          'alive_at',
          'failing_since',
          'reason',
          ...(update.gone === 'everyOther' ? (['listed_at'] as const) : []),
        ]);
      return [
        ...gone.map(row => ({ before: fromRow(row) })),
        ...changed.map(([key, row]) => {
          const old = before.get(key);
          return { before: old && fromRow(old), after: fromRow(row) };
        }),
      ];
    });
  }

  async list(filter: FleetFilter = {}): Promise<FleetApplication[]> {
    const query = this.#knex<ApplicationRow>(APPLICATIONS);
    if (filter.instance !== undefined) {
      query.where('instance', filter.instance);
    }
    if (filter.project !== undefined) {
      query.where('project', filter.project);
    }
    if (filter.sync?.length) {
      query.whereIn('sync', filter.sync);
    }
    if (filter.health?.length) {
      query.whereIn('health', filter.health);
    }
    const rows = await query.orderBy(['name', 'instance', 'namespace']);
    return rows.map(fromRow);
  }

  /** The instances that were ever heard of, or that fail. */
  async states(): Promise<InstanceState[]> {
    const rows = await this.#knex<InstanceRow>(INSTANCES);
    return rows.map(fromInstanceRow);
  }

  /** Notes that an instance fails; the time stays that of the first failure of a row. */
  async recordFailure(
    instance: string,
    reason: string,
    at: Date,
  ): Promise<void> {
    const moment = at.toISOString();
    await this.#knex<InstanceRow>(INSTANCES)
      .insert({ instance, failing_since: moment, reason })
      .onConflict('instance')
      .merge({
        failing_since: this.#knex.raw('coalesce(??, ?)', [
          `${INSTANCES}.failing_since`,
          moment,
        ]) as unknown as string,
        reason,
      });
  }

  /** What is kept of the applications that an update is about. */
  async #before(
    transaction: Knex.Transaction,
    { instance, present, gone }: FleetUpdate,
  ): Promise<Map<string, ApplicationRow>> {
    const query = transaction<ApplicationRow>(APPLICATIONS).where({ instance });
    if (gone !== 'everyOther') {
      query.whereIn(
        'name',
        [...present, ...gone].map(({ name }) => name),
      );
    }
    const rows = await query;
    return new Map(rows.map(row => [keyOf(row), row]));
  }

  async #delete(transaction: Knex.Transaction, rows: ApplicationRow[]) {
    for (const { instance, namespace, name } of rows) {
      await transaction(APPLICATIONS)
        .where({ instance, namespace, name })
        .delete();
    }
  }

  async #write(transaction: Knex.Transaction, rows: ApplicationRow[]) {
    for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
      await transaction(APPLICATIONS)
        .insert(rows.slice(start, start + MOST_AT_ONCE))
        .onConflict(['instance', 'namespace', 'name'])
        .merge();
    }
  }
}
