import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  compareEnvironments,
  mergeObserved,
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import { type ObservedSource, requireEntity } from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { fleetTopic, serviceTopic } from '../store/topics';
import type { WorkloadStore } from '../store/WorkloadStore';
import { clusterStatus } from './clusterStatus';
import { type EntitySelection, parseSelection } from './parseSelection';
import type {
  WorkloadsService,
  WorkloadsServiceOptions,
} from './WorkloadsService';

/** Reads what a selector means in one cluster, at once. */
export interface ClusterReader {
  readonly cluster: string;
  /** @throws UpstreamError for every fault. */
  find(selection: {
    labelSelector: string;
    namespace?: string;
    service: string;
  }): Promise<Workload[]>;
}

export interface DefaultWorkloadsServiceOptions {
  catalog: CatalogService;
  store: WorkloadStore;
  readers: readonly ClusterReader[];
  /** Clusters that are configured in a way that cannot be collected. */
  unreadable: readonly { instance: string; reason: string }[];
  observed: ObservedSource;
  maxAgeSeconds: number;
  now?: () => Date;
}

/** Answers from what the collector kept; asks the clusters itself only for objects without our labels. */
export class DefaultWorkloadsService implements WorkloadsService {
  readonly #options: Required<DefaultWorkloadsServiceOptions>;

  constructor(options: DefaultWorkloadsServiceOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  async listWorkloads(
    entityRef: CompoundEntityRef,
    { credentials }: WorkloadsServiceOptions,
  ): Promise<Observed<Workload>> {
    const { catalog, store } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const selection = parseSelection(entity);
    const { service, cluster } = selection;
    const [kept, asked] = await Promise.all([
      store.listByService(service),
      this.#ask(selection),
    ]);
    const meant = (name: string) => cluster === undefined || name === cluster;
    const sources = await this.#sources(name => serviceTopic(name, service));
    const askedOf = new Set(asked.sources.map(({ instance }) => instance));
    return {
      items: merge(
        asked.items,
        kept.filter(workload => meant(workload.cluster)),
      ),
      sources: [
        ...asked.sources,
        ...sources.filter(
          ({ instance = '' }) => meant(instance) && !askedOf.has(instance),
        ),
        ...this.#unknown(cluster),
      ],
    };
  }

  async listFleet(): Promise<Observed<Workload>> {
    const [items, sources] = await Promise.all([
      this.#options.store.listAll(),
      this.#sources(fleetTopic),
    ]);
    return { items, sources };
  }

  async #ask({
    service,
    onDemand,
    cluster,
  }: EntitySelection): Promise<Observed<Workload>> {
    if (!onDemand) {
      return { items: [], sources: [] };
    }
    const { readers, observed, maxAgeSeconds } = this.#options;
    const question = { ...onDemand, service };
    return mergeObserved(
      await Promise.all(
        readers
          .filter(reader => !cluster || reader.cluster === cluster)
          .map(reader =>
            observed.observe({
              key: `workloads:${reader.cluster}:${JSON.stringify(question)}`,
              source: SOURCE_NAMES.kubernetes,
              instance: reader.cluster,
              maxAgeSeconds,
              load: () => reader.find(question),
            }),
          ),
      ),
    );
  }

  async #sources(topic: (cluster: string) => string): Promise<SourceStatus[]> {
    const { readers, store, unreadable, now } = this.#options;
    if (readers.length === 0 && unreadable.length === 0) {
      return [
        {
          source: SOURCE_NAMES.kubernetes,
          state: 'unavailable',
          reason: 'No Kubernetes cluster is configured',
        },
      ];
    }
    const readings = await store.listClusters();
    return [
      ...readers.flatMap(({ cluster }) => {
        const reading = readings.find(each => each.cluster === cluster);
        return [
          clusterStatus(cluster, reading, topic(cluster), now()),
          ...(reading?.problems ?? []),
        ];
      }),
      ...unreadable.map(each => ({
        source: SOURCE_NAMES.kubernetes,
        state: 'unavailable' as const,
        ...each,
      })),
    ];
  }

  /** What an entity means and nobody configured must not look as if nothing ran. */
  #unknown(cluster: string | undefined): SourceStatus[] {
    return cluster &&
      !this.#options.readers.some(reader => reader.cluster === cluster)
      ? [
          {
            source: SOURCE_NAMES.kubernetes,
            instance: cluster,
            state: 'unavailable',
            reason: 'No such Kubernetes cluster is configured',
          },
        ]
      : [];
  }
}

/** Each workload once, as it stands in the first list, along the way of a change. */
function merge(...lists: Workload[][]): Workload[] {
  const found = new Map<string, Workload>();
  for (const workload of lists.flat()) {
    const { cluster, namespace, kind, name } = workload;
    const key = [cluster, namespace, kind, name].join('/');
    found.set(key, found.get(key) ?? workload);
  }
  return [...found.values()].sort(
    (a, b) =>
      compareEnvironments(a.environment, b.environment) ||
      a.name.localeCompare(b.name, 'en') ||
      a.cluster.localeCompare(b.cluster, 'en'),
  );
}
