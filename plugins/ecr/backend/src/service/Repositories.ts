import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  ECR_ARN_ANNOTATION,
  ECR_TAGS_ANNOTATION,
  mergeObserved,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import {
  type AwsArn,
  findArns,
  missingAnnotation,
  type ObservedSource,
  parseTagsAnnotation,
  type TaggedResources,
} from '@shopstack/plugin-kit-node';

/** Repositories get and lose their tags seldom, by Terraform. */
const TAGS_MAX_AGE_SECONDS = 300;

const EXPECTED = {
  source: SOURCE_NAMES.ecr,
  service: 'ecr',
  resourceType: 'repository',
};

/** The repositories of an entity. */
export interface NamedRepositories {
  arns: AwsArn[];
  /** The lookup by tags, and a problem for each value that is malformed. */
  sources: SourceStatus[];
}

export interface RepositoriesOptions {
  observed: ObservedSource;
  tagged: Pick<TaggedResources, 'places' | 'findIn'>;
}

/** Which repositories an entity names: by their ARNs and by their tags, both at once. */
export class Repositories {
  readonly #options: RepositoriesOptions;

  constructor(options: RepositoriesOptions) {
    this.#options = options;
  }

  /**
   * Each repository once, those named by ARN first.
   *
   * @throws InputError when the entity has neither annotation.
   */
  async require(entity: Entity): Promise<NamedRepositories> {
    if (!isAnnotated(entity)) {
      throw missingAnnotation(entity, ECR_ARN_ANNOTATION, ECR_TAGS_ANNOTATION);
    }
    return this.find(entity);
  }

  /** Like `require`; none where the entity has neither annotation. */
  async find(entity: Entity): Promise<NamedRepositories> {
    const named = findArns(entity, ECR_ARN_ANNOTATION, EXPECTED);
    const tagged = await this.#findByTags(entity);
    const arns = new Map(
      [...named.arns, ...tagged.arns].map(arn => [arn.arn, arn]),
    );
    return {
      arns: [...arns.values()],
      sources: [...named.malformed, ...tagged.sources],
    };
  }

  async #findByTags(entity: Entity): Promise<NamedRepositories> {
    const value = entity.metadata.annotations?.[ECR_TAGS_ANNOTATION]?.trim();
    if (!value) {
      return { arns: [], sources: [] };
    }
    let tags: Record<string, string>;
    try {
      tags = parseTagsAnnotation(value, ECR_TAGS_ANNOTATION);
    } catch (error) {
      return { arns: [], sources: [problem(error)] };
    }
    const { observed, tagged } = this.#options;
    const key = JSON.stringify(
      Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    // Each account and region may fail by itself.
    const found = await Promise.all(
      tagged.places.map(place =>
        observed.observe({
          key: `tags:${place.accountId ?? ''}/${place.region}:${key}`,
          source: SOURCE_NAMES.awsTags,
          instance: [place.accountId, place.region].filter(Boolean).join(' '),
          maxAgeSeconds: TAGS_MAX_AGE_SECONDS,
          load: () =>
            tagged.findIn(place, { resourceType: 'ecr:repository', tags }),
        }),
      ),
    );
    const { items, sources } = mergeObserved(found);
    return { arns: items, sources };
  }
}

/** True when an entity names repositories, well or not. */
export function isAnnotated(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return [ECR_ARN_ANNOTATION, ECR_TAGS_ANNOTATION].some(name =>
    annotations[name]?.trim(),
  );
}

function problem(error: unknown): SourceStatus {
  return {
    source: SOURCE_NAMES.awsTags,
    instance: ECR_TAGS_ANNOTATION,
    state: 'unavailable',
    reason: isError(error) ? error.message : undefined,
  };
}
