import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  CODEBUILD_TAGS_ANNOTATION,
  mergeObserved,
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import {
  type AwsArn,
  type AwsPlace,
  type ObservedSource,
  parseAwsArn,
  parseTagsAnnotation,
  type TaggedResources,
} from '@shopstack/plugin-kit-node';
import { TAGS_SECONDS } from '../../service/ages';

/** Projects that an entity names by tags. */
export interface FoundByTags {
  arns: AwsArn[];
  /** What is wrong with the annotation. */
  problems: SourceStatus[];
  /** Whether the search for the tags answered. */
  sources: SourceStatus[];
}

/** Finds the projects that carry the tags of an annotation; who carries them is kept for a while. */
export class TaggedProjects {
  readonly #resources: TaggedResources;
  readonly #observed: ObservedSource;

  constructor(resources: TaggedResources, observed: ObservedSource) {
    this.#resources = resources;
    this.#observed = observed;
  }

  async find(entity: Entity): Promise<FoundByTags> {
    const value = entity.metadata.annotations?.[CODEBUILD_TAGS_ANNOTATION];
    if (!value) {
      return { arns: [], problems: [], sources: [] };
    }
    let tags: Record<string, string>;
    try {
      tags = parseTagsAnnotation(value, CODEBUILD_TAGS_ANNOTATION);
    } catch (error) {
      return { arns: [], problems: [problemOf(error)], sources: [] };
    }
    const found = await Promise.all(
      this.#resources.places.map(place => this.#observe(place, tags)),
    );
    const { items, sources } = mergeObserved(found);
    const expected = { service: 'codebuild', resourceType: 'project' };
    return {
      arns: items.map(arn => parseAwsArn(arn, expected)),
      problems: [],
      sources,
    };
  }

  /** Each account and region may fail by itself. */
  #observe(
    place: AwsPlace,
    tags: Record<string, string>,
  ): Promise<Observed<string>> {
    const { accountId = 'main account', region } = place;
    return this.#observed.observe<string>({
      key: `tags:codebuild:${accountId}:${region}:${JSON.stringify(Object.entries(tags).sort())}`,
      source: SOURCE_NAMES.awsTags,
      instance: `${accountId} ${region}`,
      maxAgeSeconds: TAGS_SECONDS,
      load: async () => {
        const resourceType = 'codebuild:project';
        const arns = await this.#resources.findIn(place, {
          resourceType,
          tags,
        });
        return arns.map(({ arn }) => arn);
      },
    });
  }
}

function problemOf(error: unknown): SourceStatus {
  return {
    source: SOURCE_NAMES.codeBuild,
    instance: CODEBUILD_TAGS_ANNOTATION,
    state: 'unavailable',
    reason: isError(error) ? error.message : undefined,
  };
}
