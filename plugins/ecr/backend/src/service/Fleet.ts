import { setTimeout as delay } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
  troubledSources,
} from '@shopstack/plugin-kit-common';
import { faultError, type ObservedSource } from '@shopstack/plugin-kit-node';
import type {
  Workload,
  WorkloadsApi,
} from '@shopstack/plugin-workloads-common';
import type { ManifestStore } from '../store/ManifestStore';
import {
  parseImageName,
  type RunningImage,
  RunningImages,
} from './RunningImages';

const KEY = 'running';

/** The other backend keeps it ready, so that asking costs little; pods seldom change. */
const MAX_AGE_SECONDS = 15;
const TIMEOUT_MS = 5_000;

/** For how long the images themselves, when they are there, wait for where they run. */
const GRACE_MS = 500;

/** What is kept of one answer. It holds no times, so that only a change of what runs is one. */
interface Snapshot {
  /** False where the portal has no workloads backend: then nothing is said of what runs. */
  isInstalled: boolean;
  images: RunningImage[];
  /** Clusters that did not answer. */
  troubled: SourceStatus[];
}

export interface FleetOptions {
  auth: AuthService;
  workloads: WorkloadsApi;
  observed: ObservedSource;
  manifests: Pick<ManifestStore, 'indexesOf'>;
  /** The order of environments. */
  environments?: readonly string[];
}

/** What runs in the clusters, asked of the workloads backend with the plugin's own credentials. */
export class Fleet {
  readonly #options: FleetOptions;
  /** Built once for each answer, however many look. */
  readonly #built = new WeakMap<Snapshot, RunningImages>();

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /**
   * Never throws; what is not known stands in the sources.
   *
   * @param others - when they have answered, the answer does not wait much longer for this one
   */
  async running(
    others?: Promise<unknown>,
  ): Promise<{ images: RunningImages; sources: SourceStatus[] }> {
    const { items, sources }: Observed<Snapshot> =
      await this.#options.observed.observe({
        key: KEY,
        source: SOURCE_NAMES.kubernetes,
        maxAgeSeconds: MAX_AGE_SECONDS,
        hurry: others?.then(() => delay(GRACE_MS, undefined, { ref: false })),
        load: async () => [await this.#load()],
      });
    const [snapshot] = items;
    if (!snapshot) {
      return { images: new RunningImages([]), sources };
    }
    const images =
      this.#built.get(snapshot) ??
      new RunningImages(snapshot.images, this.#options.environments);
    this.#built.set(snapshot, images);
    return {
      images,
      sources: snapshot.isInstalled ? [...sources, ...snapshot.troubled] : [],
    };
  }

  /** More is known of indexes: what runs is to be looked at anew. */
  async expire(): Promise<void> {
    await this.#options.observed.expire([KEY]);
  }

  async #load(): Promise<Snapshot> {
    const { auth, workloads } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'workloads',
    });
    try {
      const fleet = await workloads.listFleet({
        token,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return {
        isInstalled: true,
        images: await this.#withIndexes(collect(fleet.items)),
        troubled: troubledSources(fleet.sources).map(withoutTimes),
      };
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return { isInstalled: false, images: [], troubled: [] };
      }
      throw faultError('failed', 'The workloads backend', error);
    }
  }

  /**
   * Pods of some container runtimes tell the digest of their platform's image, where the registry's list has the index
   * with the tag: then the index runs as well.
   */
  async #withIndexes(images: RunningImage[]): Promise<RunningImage[]> {
    const indexes = await this.#options.manifests.indexesOf(
      images.map(({ digest }) => digest),
    );
    const indexesOf = new Map<string, string[]>();
    for (const { childDigest, indexDigest } of indexes) {
      indexesOf.set(childDigest, [
        ...(indexesOf.get(childDigest) ?? []),
        indexDigest,
      ]);
    }
    const running = images.flatMap(image =>
      (indexesOf.get(image.digest) ?? []).map(digest => ({
        ...image,
        digest,
        isIndexOfRunning: true,
      })),
    );
    // Last, so that an index which pods name themselves counts as such.
    return merge([...running, ...images]);
  }
}

function collect(workloads: Workload[]): RunningImage[] {
  return merge(
    workloads.flatMap(({ environment, images }) =>
      images.flatMap(({ image, digest }) => {
        if (!digest) {
          return [];
        }
        const { repository, tag } = parseImageName(image) ?? {};
        const tags = tag ? [tag] : [];
        return [{ repository, digest, tags, environments: [environment] }];
      }),
    ),
  );
}

/** One item for each image, in an order that does not change between answers. */
function merge(images: RunningImage[]): RunningImage[] {
  const merged = new Map<string, RunningImage>();
  for (const image of images) {
    const key = `${image.repository ?? ''}@${image.digest}`;
    const { tags = [], environments = [] } = merged.get(key) ?? {};
    merged.set(key, {
      ...image,
      tags: [...new Set([...tags, ...image.tags])].sort(),
      environments: [
        ...new Set([...environments, ...image.environments]),
      ].sort(),
    });
  }
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, image]) => image);
}

function withoutTimes({
  source,
  instance,
  state,
  since,
  reason,
}: SourceStatus): SourceStatus {
  return { source, instance, state, since, reason };
}
