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
import type { Repositories } from './Repositories';
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
      ? [requireNamed(named.arns, query.repositoryArn)]
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
    const { arn, listed, image } = await this.#requireImage(
      entityRef,
      id,
      options,
    );
    if (!image) {
      return { items: [], sources: listed.sources };
    }
    const reading = this.#options.parts.observe(arn, image, listed.items);
    const [running, parts] = await Promise.all([
      this.#options.fleet.running(reading),
      reading,
    ]);
    const repository = await this.#describe(arn, listed.items, running.images);
    const { sources, ...details } = parts;
    return {
      items: [{ image: this.#present(repository, image), ...details }],
      sources: [...listed.sources, ...sources, ...running.sources],
    };
  }

  async listFindings(
    entityRef: CompoundEntityRef,
    id: EcrImageId,
    options: EcrServiceOptions,
  ): Promise<EcrFindings> {
    const { arn, image } = await this.#requireImage(entityRef, id, options);
    const { items, sources } = await this.#options.scanReader.observe(
      arn,
      id.digest,
      image,
    );
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
   * The image as its repository lists it; none while nobody knows what it lists.
   *
   * @throws NotFoundError when the entity does not name the repository, or it does not list the image.
   */
  async #requireImage(
    entityRef: CompoundEntityRef,
    { repositoryArn, digest }: EcrImageId,
    options: EcrServiceOptions,
  ) {
    const { arns } = await this.#requireRepositories(entityRef, options);
    const arn = requireNamed(arns, repositoryArn);
    const listed = await this.#options.images.list(arn);
    const image = listed.items.find(other => other.digest === digest);
    if (!image && isComplete(listed)) {
      throw new NotFoundError(`${arn.resource} has no image ${digest}`);
    }
    return { arn, listed, image };
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

function requireNamed(arns: AwsArn[], repositoryArn: string): AwsArn {
  const named = arns.find(({ arn }) => arn === repositoryArn);
  if (!named) {
    throw new NotFoundError('The entity does not name this repository');
  }
  return named;
}
