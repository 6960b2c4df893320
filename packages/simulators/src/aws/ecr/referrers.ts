import { pageSize } from '../../http/weather';
import { ACCOUNT_ID } from '../account';
import { paginate } from '../paginate';
import { operation } from '../service';
import {
  listImages,
  requireImage,
  requireRepository,
  statusOf,
} from './images';
import { referrersSchema, signingStatusSchema } from './schemas';

/** Referrers a page when the caller does not say (API reference). */
const DEFAULT_PAGE = 20;

/** What refers to an image: signatures, bills of materials. An image that is not there has none; it is no error. */
export const listImageReferrers = operation(
  referrersSchema,
  ({ world }, input) => {
    const { repositoryName, subjectId, filter = {} } = input;
    requireRepository(world, repositoryName, input.registryId);
    const { artifactTypes, artifactStatus = 'ACTIVE' } = filter;
    const referring = listImages(world, repositoryName).filter(
      ({ image }) =>
        image.subject === subjectId.imageDigest &&
        (artifactTypes?.includes(image.artifactType ?? '') ?? true) &&
        (artifactStatus === 'ANY' || artifactStatus === statusOf(image)),
    );
    const { page, nextToken } = paginate({
      items: referring,
      keyOf: ({ digest }) => digest,
      size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
      token: input.nextToken,
      invalid: 'InvalidParameterException',
    });
    return {
      referrers: page.map(({ digest, mediaType, sizeInBytes, image }) => ({
        digest,
        mediaType,
        artifactType: image.artifactType,
        size: sizeInBytes,
        artifactStatus: statusOf(image),
      })),
      nextToken,
    };
  },
);

/** What the registry's signing profiles made of an image; an empty list where none signs it. */
export const describeImageSigningStatus = operation(
  signingStatusSchema,
  ({ world }, { repositoryName, imageId, registryId }) => {
    requireRepository(world, repositoryName, registryId);
    const { digest, image } = requireImage(
      listImages(world, repositoryName),
      repositoryName,
      imageId,
    );
    const signings = image.signings ?? [];
    return {
      registryId: ACCOUNT_ID,
      repositoryName,
      imageId: { imageDigest: digest, imageTag: imageId.imageTag },
      signingStatuses: signings.map(({ profileArn, ...verdict }) => ({
        signingProfileArn: profileArn,
        ...verdict,
      })),
    };
  },
);
