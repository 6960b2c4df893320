import type {
  EcrImageChild,
  EcrReferrer,
  EcrSigning,
} from '@shopstack/plugin-ecr-common';
import {
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import type { AwsArn, ObservedSource } from '@shopstack/plugin-kit-node';
import type { ManifestFacts } from '../images/ManifestFacts';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { EcrClient } from '../upstream/EcrClient';
import { cosignReferrers } from './cosignReferrers';
import type { Manifests } from './Manifests';

/** Signatures and bills of materials are pushed soon after the image, and seldom later. */
const REFERRERS_MAX_AGE_SECONDS = 300;

/** A manifest never changes; one that could not be handed out, because it is archived, may be later. */
const MANIFEST_MAX_AGE_SECONDS = 86_400;
const NO_MANIFEST_MAX_AGE_SECONDS = 300;

/** Images of an index of which the manifest is asked for the commit when the index does not tell it. */
const MOST_CHILDREN = 4;

/** What is read only when somebody opens an image. */
export interface ImageParts {
  children: EcrImageChild[];
  referrers: EcrReferrer[];
  signing: EcrSigning[];
  commit?: string;
  sources: SourceStatus[];
}

export interface ImagePartsOptions {
  observed: ObservedSource;
  client: Pick<EcrClient, 'listReferrers' | 'readSigning'>;
  manifests: Manifests;
}

/** Each part is a source of its own: what the account may not read is missing, and the rest stands. */
export class ImagePartsReader {
  readonly #options: ImagePartsOptions;

  constructor(options: ImagePartsOptions) {
    this.#options = options;
  }

  /** `listed` are all images of the repository. */
  async observe(
    repository: AwsArn,
    image: RepositoryImage,
    listed: readonly RepositoryImage[],
  ): Promise<ImageParts> {
    const { client } = this.#options;
    const { digest } = image;
    const [manifest, referrers, signing] = await Promise.all([
      this.#observeManifest(repository, digest),
      this.#observePart(repository, digest, 'referrers', () =>
        client.listReferrers(repository, digest),
      ),
      this.#observePart(repository, digest, 'signing', () =>
        client.readSigning(repository, digest),
      ),
    ]);
    const [facts] = manifest.items;
    const sizes = new Map(
      listed.map(other => [other.digest, other.sizeInBytes]),
    );
    return {
      children: (facts?.children ?? []).map(child => ({
        ...child,
        sizeInBytes: sizes.get(child.digest),
      })),
      referrers: [
        ...referrers.items,
        ...cosignReferrers(digest, listed, referrers.items),
      ],
      signing: signing.items,
      commit: facts?.commit,
      sources: [manifest, referrers, signing].flatMap(({ sources }) => sources),
    };
  }

  #observePart<T>(
    repository: AwsArn,
    digest: string,
    part: string,
    load: () => Promise<T[]>,
  ): Promise<Observed<T>> {
    return this.#options.observed.observe({
      key: `${part}:${repository.arn}@${digest}`,
      source: SOURCE_NAMES.ecr,
      instance: `${repository.resource} ${part}`,
      maxAgeSeconds: REFERRERS_MAX_AGE_SECONDS,
      load,
    });
  }

  #observeManifest(
    repository: AwsArn,
    digest: string,
  ): Promise<Observed<ManifestFacts>> {
    return this.#options.observed.observe({
      key: `manifest:${repository.arn}@${digest}`,
      source: SOURCE_NAMES.ecr,
      instance: `${repository.resource} manifest`,
      maxAgeSeconds: items =>
        items.length > 0
          ? MANIFEST_MAX_AGE_SECONDS
          : NO_MANIFEST_MAX_AGE_SECONDS,
      load: () => this.#loadManifest(repository, digest),
    });
  }

  async #loadManifest(
    repository: AwsArn,
    digest: string,
  ): Promise<ManifestFacts[]> {
    const [facts] = await this.#options.manifests.read(repository, [digest]);
    if (!facts || facts.commit || facts.children.length === 0) {
      return facts ? [facts] : [];
    }
    const children = await this.#options.manifests.read(
      repository,
      facts.children
        .filter(({ platform }) => platform)
        .slice(0, MOST_CHILDREN)
        .map(child => child.digest),
    );
    const commit = children.find(child => child.commit)?.commit;
    return [{ ...facts, ...(commit && { commit }) }];
  }
}
