import type { CompoundEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  EcrFindings,
  EcrImage,
  EcrImageDetails,
  EcrImageId,
  EcrScan,
} from '@shopstack/plugin-ecr-common';
import {
  isComplete,
  type Observed,
  type ObservedPage,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import {
  type AwsArn,
  type AwsConsoleAccess,
  requireEntity,
} from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { ScanStore } from '../store/ScanStore';
import type { EcrService, EcrServiceOptions } from './EcrService';
import { filterImages, type ListedRepository } from './filterImages';
import type { Fleet } from './Fleet';
import type { ImagePartsReader } from './ImageParts';
import { NOT_READ, presentImage, registryOf } from './presentImage';
import type { NamedRepositories, Repositories } from './Repositories';
import type { RepositoryImages } from './RepositoryImages';
import type { RunningImages } from './RunningImages';
import type { ScanReader } from './ScanReader';
import type { ServiceScans } from './ServiceScans';

export interface DefaultEcrServiceOptions {
  catalog: CatalogService;
  repositories: Repositories;
  images: RepositoryImages;
  parts: ImagePartsReader;
  scanReader: ScanReader;
  scans: Pick<ScanStore, 'ofRepository'>;
  fleet: Pick<Fleet, 'running'>;
  serviceScans: ServiceScans;
  consoleAccess?: AwsConsoleAccess;
}

interface RequiredImage {
  arn: AwsArn;
  /** All images of the repository. */
  listed: readonly RepositoryImage[];
  /** Absent while the list cannot be read. */
  image: RepositoryImage | undefined;
}

/** Reads the repositories that an entity names; each is a source of its own. */
export class DefaultEcrService implements EcrService {
  readonly #options: DefaultEcrServiceOptions;

  constructor(options: DefaultEcrServiceOptions) {
    this.#options = options;
  }

  async listImages(
    entityRef: CompoundEntityRef,
    query: Parameters<EcrService['listImages']>[1],
    options: EcrServiceOptions,
  ): Promise<ObservedPage<EcrImage>> {
    const named = await this.#requireRepositories(entityRef, options);
    const wanted = query.repositoryArn
      ? findNamed(named, query.repositoryArn)
      : named.arns;
    const lists = Promise.all(
      wanted.map(arn => this.#options.images.list(arn)),
    );
    const [running, listed] = await Promise.all([
      this.#options.fleet.running(lists),
      lists,
    ]);
    const repositories = await Promise.all(
      wanted.map((arn, index) =>
        this.#describe(arn, listed[index].items, running.images),
      ),
    );
    const { found, total } = filterImages(repositories, query, query);
    return {
      items: found.map(({ from, image }) => this.#present(from, image)),
      total,
      sources: [
        ...listed.flatMap(({ sources }) => sources),
        ...named.sources,
        ...running.sources,
      ],
    };
  }

  async getImageDetails(
    entityRef: CompoundEntityRef,
    id: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<Observed<EcrImageDetails>> {
    const { found, sources: listSources } = await this.#requireImage(
      entityRef,
      id,
      options,
    );
    if (!found?.image) {
      return { items: [], sources: listSources };
    }
    const { arn, listed, image } = found;
    const reading = this.#options.parts.observe(arn, image, listed);
    const [running, parts] = await Promise.all([
      this.#options.fleet.running(reading),
      reading,
    ]);
    const repository = await this.#describe(arn, listed, running.images);
    const { sources, ...details } = parts;
    return {
      items: [{ image: this.#present(repository, image), ...details }],
      sources: [...listSources, ...sources, ...running.sources],
    };
  }

  async listFindings(
    entityRef: CompoundEntityRef,
    id: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<EcrFindings> {
    const required = await this.#requireImage(entityRef, id, options);
    const { items, sources } = required.found
      ? await this.#options.scanReader.observe(
          required.found.arn,
          id.digest,
          required.found.image,
        )
      : { items: [], sources: required.sources };
    const [reading] = items;
    return {
      items: reading?.findings ?? [],
      total: reading?.total ?? 0,
      truncated: reading?.truncated ?? false,
      scan: reading?.scan ?? NOT_READ,
      sources,
    };
  }

  listServiceScans(...args: Parameters<EcrService['listServiceScans']>) {
    return this.#options.serviceScans.list(...args);
  }

  async #requireRepositories(
    entityRef: CompoundEntityRef,
    { credentials }: EcrServiceOptions,
  ) {
    const { catalog, repositories } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    return repositories.require(entity);
  }

  /**
   * The image as its repository lists it, as far as that is known.
   *
   * @throws NotFoundError when the entity does not name the repository, or it does not list the image.
   */
  async #requireImage(
    entityRef: CompoundEntityRef,
    { repositoryArn, digest }: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<{ found?: RequiredImage; sources: SourceStatus[] }> {
    const named = await this.#requireRepositories(entityRef, options);
    const [arn] = findNamed(named, repositoryArn);
    if (!arn) {
      return { sources: named.sources };
    }
    const listed = await this.#options.images.list(arn);
    const image = listed.items.find(other => other.digest === digest);
    if (!image && isComplete(listed)) {
      throw new NotFoundError(`${arn.resource} has no image ${digest}`);
    }
    return {
      found: { arn, listed: listed.items, image },
      sources: listed.sources,
    };
  }

  async #describe(
    repository: AwsArn,
    images: readonly RepositoryImage[],
    running: RunningImages,
  ): Promise<ListedRepository<AwsArn>> {
    const scans = await this.#options.scans.ofRepository(repository.arn);
    const environments = running.of(
      `${registryOf(repository)}/${repository.resource}`,
    );
    return {
      repository,
      images,
      scanOf: image => latestScan(scans.get(image.digest)?.scan, image.scan),
      runningIn: digest => environments.get(digest) ?? [],
    };
  }

  #present(
    { repository, scanOf, runningIn }: ListedRepository<AwsArn>,
    image: RepositoryImage,
  ): EcrImage {
    return presentImage(repository, image, {
      scan: scanOf(image),
      runningIn: runningIn(image.digest),
      consoleAccess: this.#options.consoleAccess,
    });
  }
}

/** What the findings said, unless the list tells of a later scan. */
function latestScan(
  read: EcrScan | undefined,
  listed: EcrScan | undefined,
): EcrScan {
  const isLater =
    listed?.completedAt !== undefined &&
    listed.completedAt > (read?.completedAt ?? '');
  return (isLater ? listed : (read ?? listed)) ?? NOT_READ;
}

/**
 * The repository of that ARN, as a list of one; an empty list while nobody knows which repositories have the entity's
 * tags.
 *
 * @throws NotFoundError when the entity does not name it.
 */
function findNamed(
  { arns, sources }: NamedRepositories,
  repositoryArn: string,
): AwsArn[] {
  const found = arns.filter(({ arn }) => arn === repositoryArn);
  const isKnown = !sources.some(
    // Without a topic it is a malformed annotation, which names nothing.
    ({ topic, state }) => topic && state === 'unavailable',
  );
  if (found.length === 0 && isKnown) {
    throw new NotFoundError('The entity does not name this repository');
  }
  return found;
}
