import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import {
  ECR_ARN_ANNOTATION,
  mergeObserved,
  type Observed,
  SOURCE_NAMES,
} from '@shopstack/plugin-kit-common';
import {
  requireArns,
  type AwsArn,
  type ObservedSource,
  requireEntity,
} from '@shopstack/plugin-kit-node';
import type { EcrClient } from '../upstream/EcrClient';
import type { EcrService } from './EcrService';

export interface DefaultEcrServiceOptions {
  catalog: CatalogService;
  client: Pick<EcrClient, 'listImages'>;
  observed: ObservedSource;
  maxAgeSeconds: number;
}

/** Reads the repositories that an entity's annotation names; each is a source of its own. */
export class DefaultEcrService implements EcrService {
  readonly #options: DefaultEcrServiceOptions;

  constructor(options: DefaultEcrServiceOptions) {
    this.#options = options;
  }

  async listImages(
    entityRef: CompoundEntityRef,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Observed<EcrImage>> {
    const entity = await requireEntity(
      this.#options.catalog,
      entityRef,
      credentials,
    );
    const { arns, malformed } = requireArns(entity, ECR_ARN_ANNOTATION, {
      source: SOURCE_NAMES.ecr,
      service: 'ecr',
      resourceType: 'repository',
    });
    const repositories = await Promise.all(arns.map(arn => this.#observe(arn)));
    const merged = mergeObserved(repositories);
    return {
      items: merged.items.sort(newestFirst),
      sources: [...merged.sources, ...malformed],
    };
  }

  #observe(arn: AwsArn): Promise<Observed<EcrImage>> {
    return this.#options.observed.observe({
      key: `images:${arn.arn}`,
      source: SOURCE_NAMES.ecr,
      instance: arn.resource,
      maxAgeSeconds: this.#options.maxAgeSeconds,
      load: () => this.#options.client.listImages(arn),
    });
  }
}

/**
 * What has no date stands last. The platform images of an index are pushed with it: the index, which has the tag, comes
 * first. Then by digest, so that the order does not change between answers.
 */
function newestFirst(a: EcrImage, b: EcrImage): number {
  return (
    (b.pushedAt ?? '').localeCompare(a.pushedAt ?? '') ||
    Number(b.tags.length > 0) - Number(a.tags.length > 0) ||
    a.digest.localeCompare(b.digest)
  );
}
