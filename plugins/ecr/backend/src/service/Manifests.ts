import type { AwsArn } from '@shopstack/plugin-kit-node';
import type { ManifestFacts } from '../images/ManifestFacts';
import type { ManifestStore } from '../store/ManifestStore';
import type { EcrClient } from '../upstream/EcrClient';

/** The most images that BatchGetImage takes at once (API reference, `imageIds`). */
const BATCH = 100;

export interface ManifestsOptions {
  client: Pick<EcrClient, 'readManifests'>;
  store: Pick<ManifestStore, 'find' | 'save'>;
  /** Called when the images of an index became known. */
  onIndexes(): Promise<void>;
}

/** Manifests, from the store: a digest names its content for ever, so each is read from the registry once. */
export class Manifests {
  readonly #options: ManifestsOptions;

  constructor(options: ManifestsOptions) {
    this.#options = options;
  }

  /**
   * Those that the registry hands out, in no order.
   *
   * @throws UpstreamError for every fault.
   */
  async read(repository: AwsArn, digests: string[]): Promise<ManifestFacts[]> {
    const { client, store } = this.#options;
    const known = await store.find(repository.arn, digests);
    const found = new Set(known.map(({ digest }) => digest));
    const missing = digests.filter(digest => !found.has(digest));
    for (let first = 0; first < missing.length; first += BATCH) {
      const batch = missing.slice(first, first + BATCH);
      const read = await client.readManifests(repository, batch);
      await store.save(repository.arn, read, new Date());
      known.push(...read);
      if (read.some(({ children }) => children.length > 0)) {
        await this.#options.onIndexes();
      }
    }
    return known;
  }
}
