import {
  type Entity,
  getCompoundEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import {
  type ObservedPage,
  type SourceStatus,
  troubledSources,
} from '@shopstack/plugin-kit-common';
import type { AwsArn, AwsConsoleAccess } from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { KeptScanDetails, ScanStore } from '../store/ScanStore';
import { annotatedEntities } from './annotatedEntities';
import type { EcrServiceOptions, ServiceScansQuery } from './EcrService';
import type { Fleet } from './Fleet';
import { NOT_READ, presentImage, registryOf } from './presentImage';
import type { Repositories } from './Repositories';
import type { RunningImages } from './RunningImages';
import { worstImageFirst } from './worstImageFirst';

/** More problems than this would hide the list; the pages of the entities name each. */
const MOST_PROBLEMS = 20;

export interface ServiceScansOptions {
  catalog: CatalogService;
  repositories: Pick<Repositories, 'find'>;
  scans: Pick<ScanStore, 'ofImages'>;
  fleet: Pick<Fleet, 'running'>;
  consoleAccess?: AwsConsoleAccess;
}

interface ServiceImage {
  entity: Entity;
  repository: AwsArn;
  image: Pick<RepositoryImage, 'digest' | 'tags'>;
  runningIn: string[];
}

/**
 * The running images of many services with what was found in them. All of it was read before, by the collector or for
 * somebody: this asks no registry.
 */
export class ServiceScans {
  readonly #options: ServiceScansOptions;

  constructor(options: ServiceScansOptions) {
    this.#options = options;
  }

  async list(
    { ownedBy, offset, limit }: ServiceScansQuery,
    { credentials }: EcrServiceOptions,
  ): Promise<ObservedPage<EcrServiceScan>> {
    const { catalog, fleet, scans } = this.#options;
    const [entities, running] = await Promise.all([
      annotatedEntities(catalog, credentials, { kind: 'component', ownedBy }),
      fleet.running(),
    ]);
    const { images, problems } = await this.#runningOf(
      entities,
      running.images,
    );
    const kept = new Map(
      (await scans.ofImages(images.map(({ image }) => image.digest))).map(
        scan => [`${scan.repositoryArn}@${scan.digest}`, scan],
      ),
    );
    const items = images
      .map(image =>
        this.#present(
          image,
          kept.get(`${image.repository.arn}@${image.image.digest}`),
        ),
      )
      .sort(worstImageFirst);
    return {
      items: items.slice(offset, offset + limit),
      total: items.length,
      sources: [...running.sources, ...problems.slice(0, MOST_PROBLEMS)],
    };
  }

  async #runningOf(entities: Entity[], running: RunningImages) {
    const images: ServiceImage[] = [];
    const problems: SourceStatus[] = [];
    const found = await Promise.all(
      entities.map(entity => this.#options.repositories.find(entity)),
    );
    for (const [index, { arns, sources }] of found.entries()) {
      const entity = entities[index];
      problems.push(...troubledSources(sources));
      for (const repository of arns) {
        const name = `${registryOf(repository)}/${repository.resource}`;
        const environments = running.of(name);
        for (const { digest, tags, isIndexOfRunning } of running.named(name)) {
          if (isIndexOfRunning) {
            // The image inside it stands in the list already.
            continue;
          }
          images.push({
            entity,
            repository,
            image: { digest, tags },
            runningIn: environments.get(digest) ?? [],
          });
        }
      }
    }
    return { images, problems };
  }

  #present(
    { entity, repository, image, runningIn }: ServiceImage,
    kept: KeptScanDetails | undefined,
  ): EcrServiceScan {
    const known: RepositoryImage = kept?.image ?? { ...image, kind: 'image' };
    // The image of a platform has no tag of its own: then the name that the pods use.
    const tags = known.tags.length > 0 ? known.tags : image.tags;
    const presented = presentImage(
      repository,
      { ...known, tags },
      {
        scan: kept?.scan ?? NOT_READ,
        runningIn,
        consoleAccess: this.#options.consoleAccess,
      },
    );
    const owner = entity.relations?.find(
      ({ type }) => type === RELATION_OWNED_BY,
    )?.targetRef;
    return {
      entityRef: stringifyEntityRef(getCompoundEntityRef(entity)),
      title: entity.metadata.title ?? entity.metadata.name,
      ...(owner && { owner }),
      image: presented,
      worst: kept?.worst ?? [],
    };
  }
}
