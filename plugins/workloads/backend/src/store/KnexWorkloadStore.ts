import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { openDatabase } from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { Knex } from 'knex';
import type {
  ClusterReading,
  WorkloadChanges,
  WorkloadStore,
} from './WorkloadStore';

const WORKLOADS = 'workloads';
const CLUSTERS = 'workload_clusters';

/** Rows of one statement: SQLite takes at most 999 values by default, and a row has six. */
const BATCH = 100;

interface WorkloadRow {
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  service: string;
  body: string;
}

interface ClusterRow {
  cluster: string;
  good_at: string | null;
  failing_since: string | null;
  attempted_at: string;
  reason: string | null;
  problems: string;
}

/** Keeps workloads in the plugin's own database. */
export class KnexWorkloadStore implements WorkloadStore {
  /** Brings the tables up to date, unless the plugin's migrations are switched off. */
  static async create(database: DatabaseService): Promise<KnexWorkloadStore> {
    const knex = await openDatabase(
      database,
      '@shopstack/plugin-workloads-backend',
    );
    return new KnexWorkloadStore(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listByService(service: string): Promise<Workload[]> {
    return this.#list({ service });
  }

  async listByCluster(cluster: string): Promise<Workload[]> {
    return this.#list({ cluster });
  }

  async listAll(): Promise<Workload[]> {
    return this.#list({});
  }

  async listClusters(): Promise<ClusterReading[]> {
    const rows = await this.#knex<ClusterRow>(CLUSTERS).orderBy('cluster');
    return rows.map(row => ({
      cluster: row.cluster,
      goodAt: toDate(row.good_at),
      failingSince: toDate(row.failing_since),
      attemptedAt: new Date(row.attempted_at),
      reason: row.reason ?? undefined,
      problems: JSON.parse(row.problems) as SourceStatus[],
    }));
  }

  async recordSuccess(
    cluster: string,
    { changed, gone }: WorkloadChanges,
    problems: SourceStatus[],
    at: Date,
  ): Promise<void> {
    const row: ClusterRow = {
      cluster,
      good_at: at.toISOString(),
      failing_since: null,
      attempted_at: at.toISOString(),
      reason: null,
      problems: JSON.stringify(problems),
    };
    await this.#knex.transaction(async trx => {
      for (const { namespace, kind, name } of gone) {
        await trx<WorkloadRow>(WORKLOADS)
          .where({ cluster, namespace, kind, name })
          .delete();
      }
      for (let start = 0; start < changed.length; start += BATCH) {
        await trx<WorkloadRow>(WORKLOADS)
          .insert(changed.slice(start, start + BATCH).map(toRow))
          .onConflict(['cluster', 'namespace', 'kind', 'name'])
          .merge();
      }
      await trx<ClusterRow>(CLUSTERS).insert(row).onConflict('cluster').merge();
    });
  }

  async recordFailure(
    cluster: string,
    reason: string,
    at: Date,
  ): Promise<void> {
    const moment = at.toISOString();
    await this.#knex<ClusterRow>(CLUSTERS)
      .insert({
        cluster,
        good_at: null,
        failing_since: moment,
        attempted_at: moment,
        reason,
        problems: '[]',
      })
      .onConflict('cluster')
      .merge({
        failing_since: this.#knex.raw('coalesce(??, ?)', [
          `${CLUSTERS}.failing_since`,
          moment,
        ]) as unknown as string,
        attempted_at: moment,
        reason,
      });
  }

  async keepOnly(clusters: readonly string[]): Promise<void> {
    await this.#knex(WORKLOADS).whereNotIn('cluster', clusters).delete();
    await this.#knex(CLUSTERS).whereNotIn('cluster', clusters).delete();
  }

  async #list(where: Partial<WorkloadRow>): Promise<Workload[]> {
    const rows = await this.#knex<WorkloadRow>(WORKLOADS)
      .where(where)
      .orderBy(['cluster', 'namespace', 'name', 'kind'])
      .select('body');
    return rows.map(({ body }) => JSON.parse(body) as Workload);
  }
}

function toRow(workload: Workload): WorkloadRow {
  const { cluster, namespace, kind, name, service } = workload;
  return {
    cluster,
    namespace,
    kind,
    name,
    service,
    body: JSON.stringify(workload),
  };
}

function toDate(moment: string | null): Date | undefined {
  return moment === null ? undefined : new Date(moment);
}
