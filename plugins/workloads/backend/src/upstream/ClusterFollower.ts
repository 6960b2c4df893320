import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import { ClusterObjects } from './ClusterObjects';
import { ExpiredError, type KubernetesClient } from './KubernetesClient';
import { type MappedWorkloads, toWorkloads } from './mapping';
import { EVENTS, type Resource, RESOURCES } from './resources';

export interface ClusterFollowerOptions {
  cluster: string;
  client: KubernetesClient;
  maxObjects: number;
  /** After so many milliseconds everything is listed again, and what was forbidden or absent is asked for again. */
  relistMs?: number;
}

const TEN_MINUTES = 10 * 60_000;

/** The most warnings that are kept of a cluster: they come and go, and each workload shows ten. */
const MOST_EVENTS = 2_000;

interface Progress {
  listedAt: number;
  /** Where the next watch goes on; absent where the kind could not be listed. */
  resourceVersion?: string;
  problem?: string;
}

/** Keeps the objects of one cluster in step with it: lists each kind once, then watches for changes. */
export class ClusterFollower {
  readonly #options: Required<ClusterFollowerOptions>;
  readonly #objects = new ClusterObjects();
  readonly #progress = new Map<string, Progress>();

  constructor(options: ClusterFollowerOptions) {
    this.#options = { relistMs: TEN_MINUTES, ...options };
  }

  /** Configured name of the cluster. */
  get cluster(): string {
    return this.#options.cluster;
  }

  get calls(): number {
    return this.#options.client.calls;
  }

  /** What the cluster holds of services, as far as it is known by now. */
  workloads(): MappedWorkloads {
    return toWorkloads(this.#objects, { cluster: this.#options.cluster });
  }

  /** The kinds that could not be read, or not whole, while the others could. */
  problems(): SourceStatus[] {
    return RESOURCES.flatMap(({ plural, kind }) => {
      const reason = this.#progress.get(kind)?.problem;
      return reason
        ? [
            {
              source: SOURCE_NAMES.kubernetes,
              instance: `${this.#options.cluster}: ${plural}`,
              state: 'unavailable' as const,
              reason,
            },
          ]
        : [];
    });
  }

  /**
   * Lists what is not known yet, or not for a long time.
   *
   * @throws UpstreamError when a kind without which nothing can be told cannot be read.
   */
  async catchUp(): Promise<void> {
    const due = RESOURCES.filter(resource => this.#isDue(resource));
    await Promise.all(due.map(resource => this.#list(resource)));
  }

  /** Lists everything anew next time: something may have been missed. */
  restart(): void {
    this.#progress.clear();
  }

  /**
   * Follows all kinds for so many seconds, or until one has to be listed anew.
   *
   * @param onChange - called after each change
   * @throws UpstreamError when a watch breaks; what was seen until then is kept.
   */
  async watch(
    seconds: number,
    signal: AbortSignal,
    onChange: () => void,
  ): Promise<void> {
    const broken = new AbortController();
    const either = AbortSignal.any([signal, broken.signal]);
    const watches = await Promise.allSettled(
      RESOURCES.map(resource =>
        this.#watch(resource, seconds, either, onChange).catch(error => {
          broken.abort();
          throw error;
        }),
      ),
    );
    const failure = watches
      .flatMap(watch => (watch.status === 'rejected' ? [watch.reason] : []))
      .find(reason => reason instanceof UpstreamError);
    if (failure && !signal.aborted) {
      throw failure;
    }
  }

  #isDue({ kind }: Resource): boolean {
    const progress = this.#progress.get(kind);
    return (
      progress === undefined ||
      Date.now() - progress.listedAt > this.#options.relistMs
    );
  }

  async #list(resource: Resource): Promise<void> {
    const { client, maxObjects } = this.#options;
    const listedAt = Date.now();
    try {
      const { items, resourceVersion, truncated } = await client.list(
        resource,
        resource.selector,
      );
      this.#objects.replace(resource, items);
      this.#bound(resource);
      this.#progress.set(resource.kind, {
        listedAt,
        resourceVersion,
        // Of warnings only the latest are kept anyway.
        ...(truncated &&
          resource !== EVENTS && {
            problem: `There are more than ${maxObjects} ${resource.plural}; the rest is left out`,
          }),
      });
    } catch (error) {
      if (error instanceof ExpiredError) {
        // So many changes between two pages: the next turn begins it anew.
        this.#progress.delete(resource.kind);
        throw new UpstreamError(
          'failed',
          'The cluster changes faster than it can be listed',
          { cause: error },
        );
      }
      if (resource.required || !(error instanceof UpstreamError)) {
        throw error;
      }
      this.#doWithout(resource, error, listedAt);
    }
  }

  /** A kind that is absent is no fault; one that is refused, or fails, is told. */
  #doWithout(resource: Resource, error: UpstreamError, listedAt: number) {
    const lasting = ['forbidden', 'not-found'].includes(error.fault);
    if (!lasting) {
      throw error;
    }
    this.#objects.replace(resource, []);
    this.#progress.set(resource.kind, {
      listedAt,
      ...(error.fault === 'forbidden' && { problem: error.message }),
    });
  }

  async #watch(
    resource: Resource,
    seconds: number,
    signal: AbortSignal,
    onChange: () => void,
  ): Promise<void> {
    const progress = this.#progress.get(resource.kind);
    if (!progress?.resourceVersion) {
      return;
    }
    try {
      const changes = this.#options.client.watch(resource, resource.selector, {
        resourceVersion: progress.resourceVersion,
        seconds,
        signal,
      });
      for await (const { type, object, resourceVersion } of changes) {
        progress.resourceVersion = resourceVersion ?? progress.resourceVersion;
        if (type === 'BOOKMARK') {
          continue;
        }
        if (type === 'DELETED') {
          this.#objects.remove(resource, object);
        } else {
          this.#objects.put(resource, object);
          this.#bound(resource);
        }
        onChange();
      }
    } catch (error) {
      if (error instanceof ExpiredError) {
        this.#progress.delete(resource.kind);
      }
      throw error;
    }
  }

  #bound(resource: Resource): void {
    this.#objects.limit(
      resource,
      resource === EVENTS ? MOST_EVENTS : this.#options.maxObjects,
    );
  }
}
