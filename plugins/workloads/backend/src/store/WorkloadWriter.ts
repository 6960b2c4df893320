import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { fleetTopic, serviceTopic } from './topics';
import type { WorkloadStore } from './WorkloadStore';

export interface WorkloadWriterOptions {
  cluster: string;
  store: WorkloadStore;
  changes: { announce(topics: string[]): void };
  now?: () => Date;
}

const placeOf = ({ namespace, kind, name }: Workload) =>
  `${namespace}/${kind}/${name}`;

/** Writes what one cluster holds, as far as it differs from what is kept, and announces whose it is. */
export class WorkloadWriter {
  readonly #options: Required<WorkloadWriterOptions>;
  /** What is kept, by place; unknown until it was read in this turn. */
  #kept?: Map<string, { service: string; body: string }>;
  /** Whether the last write told of trouble; unknown until the first. */
  #trouble?: string;
  /** Why it failed last, until it is well again. */
  #failure?: string;

  constructor(options: WorkloadWriterOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  /** Another replica may have written since: reads what is kept before the next write. */
  forget(): void {
    this.#kept = undefined;
  }

  /** Keeps the workloads, all that there are. */
  async write(workloads: Workload[], problems: SourceStatus[]): Promise<void> {
    const { cluster, store, now } = this.#options;
    const kept = await this.#read();
    const next = new Map(
      workloads.map(workload => [
        placeOf(workload),
        { workload, body: JSON.stringify(workload) },
      ]),
    );
    const changed = [...next].filter(
      ([place, { body }]) => kept.get(place)?.body !== body,
    );
    const gone = [...kept].filter(([place]) => !next.has(place));
    await store.recordSuccess(
      cluster,
      {
        changed: changed.map(([, { workload }]) => workload),
        gone: gone.map(([, { body }]) => JSON.parse(body) as Workload),
      },
      problems,
      now(),
    );
    const touched = [
      ...changed.flatMap(([place, { workload }]) => [
        workload.service,
        ...(kept.get(place) ? [kept.get(place)!.service] : []),
      ]),
      ...gone.map(([, { service }]) => service),
    ];
    this.#kept = new Map(
      [...next].map(([place, { workload, body }]) => [
        place,
        { service: workload.service, body },
      ]),
    );
    this.#failure = undefined;
    this.#announce(touched, JSON.stringify(problems));
  }

  /** Notes that the cluster could not be read; what is kept stays. */
  async fail(error: unknown): Promise<void> {
    const { cluster, store, now } = this.#options;
    const reason = this.#reasonOf(error);
    await this.#read();
    this.#failure = reason;
    await store.recordFailure(cluster, reason, now());
    this.#announce([], reason);
  }

  /** Only our own words reach people; that the cluster is left alone for a moment says less than why. */
  #reasonOf(error: unknown): string {
    if (!(error instanceof UpstreamError)) {
      return 'The portal could not read it; its log tells why';
    }
    return (
      (error.fault === 'paused' ? this.#failure : undefined) ?? error.message
    );
  }

  async #read() {
    const { cluster, store } = this.#options;
    this.#kept ??= new Map(
      (await store.listByCluster(cluster)).map(workload => [
        placeOf(workload),
        { service: workload.service, body: JSON.stringify(workload) },
      ]),
    );
    return this.#kept;
  }

  /** When the state of the cluster changed, that concerns all services in it. */
  #announce(touched: string[], trouble: string): void {
    const { cluster, changes } = this.#options;
    const turned = this.#trouble !== undefined && this.#trouble !== trouble;
    this.#trouble = trouble;
    const services = new Set(
      turned
        ? [...touched, ...[...this.#kept!.values()].map(each => each.service)]
        : touched,
    );
    if (turned || services.size > 0) {
      changes.announce([
        fleetTopic(cluster),
        ...[...services].map(service => serviceTopic(cluster, service)),
      ]);
    }
  }
}
