import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { AwsArn, ObservedSource } from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { EcrClient } from '../upstream/EcrClient';

export interface RepositoryImagesOptions {
  observed: ObservedSource;
  client: Pick<EcrClient, 'listImages'>;
  maxAgeSeconds: number;
}

/** The images of each repository: one source of its own, whichever entities name it. */
export class RepositoryImages {
  readonly #options: RepositoryImagesOptions;

  constructor(options: RepositoryImagesOptions) {
    this.#options = options;
  }

  /** Newest first. The items are shared by all who ask: they must not be changed. */
  list(
    repository: AwsArn,
    maxAgeSeconds: number = this.#options.maxAgeSeconds,
  ): Promise<Observed<RepositoryImage>> {
    return this.#options.observed.observe({
      key: keyOf(repository.arn),
      source: SOURCE_NAMES.ecr,
      instance: repository.resource,
      maxAgeSeconds,
      load: () => this.#options.client.listImages(repository),
    });
  }

  /** Something was pushed or deleted: who looks gets it anew. */
  async expire(repositoryArn: string): Promise<void> {
    await this.#options.observed.expire([keyOf(repositoryArn)]);
  }
}

function keyOf(repositoryArn: string) {
  return `images:${repositoryArn}`;
}
