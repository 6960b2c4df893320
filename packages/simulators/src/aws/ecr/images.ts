import type { RegistryImage, World } from '../../world/types';
import { ACCOUNT_ID } from '../account';
import { AwsError } from '../AwsError';
import type { RegistryRepository } from '../types';

/** What Amazon ECR lists as one image: an index, or one of the platform manifests it points to. */
export interface ListedImage {
  digest: string;
  tags: string[];
  mediaType: string;
  sizeInBytes: number;
  /** The image that was pushed: this one, or the index that holds it. */
  image: RegistryImage;
}

export interface ImageIdentifier {
  imageDigest?: string;
  imageTag?: string;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** @throws AwsError RepositoryNotFoundException */
export function requireRepository(
  world: Pick<World, 'store'>,
  name: string,
  registryId: string = ACCOUNT_ID,
): RegistryRepository {
  const repository = world.store.get<RegistryRepository>(
    'ecr-repository',
    name,
  );
  if (!repository || registryId !== ACCOUNT_ID) {
    throw new AwsError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
    );
  }
  return repository;
}

/** All images of a repository in the order of their digests, which to a reader is no order at all, as in Amazon ECR. */
export function listImages(
  world: Pick<World, 'store'>,
  repository: string,
): ListedImage[] {
  return world.store
    .listByPrefix<RegistryImage>('image', `${repository}/`)
    .flatMap(withPlatforms)
    .sort((one, other) => (one.digest < other.digest ? -1 : 1));
}

/** The image with this digest or tag; with both, both must fit. */
export function findImage(
  images: ListedImage[],
  identifier: ImageIdentifier,
): ListedImage | undefined {
  const { imageDigest, imageTag } = identifier;
  return images.find(
    image =>
      (imageDigest === undefined || image.digest === imageDigest) &&
      (imageTag === undefined || image.tags.includes(imageTag)),
  );
}

/** @throws AwsError ImageNotFoundException */
export function requireImage(
  images: ListedImage[],
  repository: string,
  identifier: ImageIdentifier,
): ListedImage {
  const image = findImage(images, identifier);
  if (!image) {
    const { imageDigest = 'null', imageTag = 'null' } = identifier;
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId {imageDigest:'${imageDigest}', imageTag:'${imageTag}'} does not exist within the repository with name '${repository}' in the registry with id '${ACCOUNT_ID}'`,
    );
  }
  return image;
}

/** Whether an image lies in the archive, from where nothing is pulled. */
export function statusOf(
  image: Pick<RegistryImage, 'archivedAt'>,
): 'ACTIVE' | 'ARCHIVED' {
  return image.archivedAt ? 'ARCHIVED' : 'ACTIVE';
}

function withPlatforms(image: RegistryImage): ListedImage[] {
  const { digest, tags, mediaType, sizeInBytes, children = [] } = image;
  const platforms = children.map(child => ({
    digest: child.digest,
    tags: [],
    mediaType: MANIFEST,
    sizeInBytes: Math.round(sizeInBytes / children.length),
    image,
  }));
  return [{ digest, tags, mediaType, sizeInBytes, image }, ...platforms];
}
