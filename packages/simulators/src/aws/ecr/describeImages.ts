import type { z } from 'zod';
import { pageSize } from '../../http/weather';
import { ACCOUNT_ID } from '../account';
import { paginate } from '../paginate';
import { epochSeconds, operation } from '../service';
import {
  listImages,
  requireImage,
  requireRepository,
  statusOf,
  type ListedImage,
} from './images';
import { describeImagesSchema, listImagesSchema } from './schemas';

/** Images a page when the caller does not say (API reference). */
const DEFAULT_PAGE = 100;
const INVALID = 'InvalidParameterException';

/**
 * Scan status and summary are left out on purpose: basic scanning in its present version does not fill them here, a reader must ask
 * for the findings of each digest.
 */
export const describeImages = operation(
  describeImagesSchema,
  ({ world }, input) => {
    requireRepository(world, input.repositoryName, input.registryId);
    const images = listImages(world, input.repositoryName);
    if (input.imageIds) {
      const found = input.imageIds.map(id =>
        requireImage(images, input.repositoryName, id),
      );
      return { imageDetails: [...new Set(found)].map(toDetail) };
    }
    const { page, nextToken } = paginate({
      items: images.filter(hasStatus(input.filter)),
      keyOf: image => image.digest,
      size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
      token: input.nextToken,
      invalid: INVALID,
    });
    return { imageDetails: page.map(toDetail), nextToken };
  },
);

export const listImageIds = operation(listImagesSchema, ({ world }, input) => {
  requireRepository(world, input.repositoryName, input.registryId);
  const identifiers = listImages(world, input.repositoryName)
    .filter(hasStatus(input.filter))
    .flatMap(({ digest, tags }) =>
      tags.length === 0
        ? [{ imageDigest: digest }]
        : tags.map(imageTag => ({ imageDigest: digest, imageTag })),
    );
  const { page, nextToken } = paginate({
    items: identifiers,
    keyOf: id => JSON.stringify(id),
    size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
    token: input.nextToken,
    invalid: INVALID,
  });
  return { imageIds: page, nextToken };
});

/** What is archived is listed only on demand. */
function hasStatus(filter: z.output<typeof listImagesSchema>['filter']) {
  const { tagStatus = 'ANY', imageStatus = 'ACTIVE' } = filter ?? {};
  return ({ tags, image }: ListedImage) =>
    (tagStatus === 'ANY' || (tagStatus === 'TAGGED') === tags.length > 0) &&
    (imageStatus === 'ANY' || imageStatus === statusOf(image));
}

function toDetail({
  digest,
  tags,
  mediaType,
  sizeInBytes,
  image,
}: ListedImage) {
  return {
    registryId: ACCOUNT_ID,
    repositoryName: image.repository,
    imageDigest: digest,
    imageTags: tags.length > 0 ? tags : undefined,
    imageSizeInBytes: sizeInBytes,
    imagePushedAt: epochSeconds(image.pushedAt),
    imageManifestMediaType: mediaType,
    artifactMediaType:
      image.artifactType ?? 'application/vnd.oci.image.config.v1+json',
    subjectManifestDigest: image.subject,
    lastRecordedPullTime: epochSeconds(image.lastPulledAt),
    imageStatus: statusOf(image),
    lastArchivedAt: epochSeconds(image.archivedAt),
  };
}
