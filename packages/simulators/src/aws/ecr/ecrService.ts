import { ACCOUNT_ID, REGISTRY } from '../account';
import { operation, type AwsService } from '../service';
import { describeImages, listImageIds } from './describeImages';
import {
  findImage,
  listImages,
  requireImage,
  requireRepository,
} from './images';
import { manifestOf } from './manifest';
import { describeRepositories, listTagsForResource } from './repositories';
import { describeImageScanFindings } from './scanFindings';
import {
  authorizationTokenSchema,
  batchGetImageSchema,
  referrersSchema,
} from './schemas';

/** How long a login of docker lasts, in hours (API reference). */
const LOGIN_HOURS = 12;

const batchGetImage = operation(batchGetImageSchema, ({ world }, input) => {
  const { repositoryName } = input;
  requireRepository(world, repositoryName, input.registryId);
  const listed = listImages(world, repositoryName);
  const found = input.imageIds.map(imageId => ({
    imageId,
    image: findImage(listed, imageId),
  }));
  return {
    images: found.flatMap(({ imageId, image }) =>
      image
        ? {
            registryId: ACCOUNT_ID,
            repositoryName,
            imageId: { imageDigest: image.digest, imageTag: imageId.imageTag },
            imageManifest: manifestOf(image),
            imageManifestMediaType: image.mediaType,
          }
        : [],
    ),
    failures: found
      .filter(({ image }) => !image)
      .map(({ imageId }) => ({
        imageId,
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      })),
  };
});

/** Nothing in the demo organisation is signed and nothing has a bill of materials yet, so an image has no referrers. */
const listImageReferrers = operation(referrersSchema, ({ world }, input) => {
  const { repositoryName, subjectId } = input;
  requireRepository(world, repositoryName, input.registryId);
  requireImage(listImages(world, repositoryName), repositoryName, subjectId);
  return { referrers: [] };
});

const getAuthorizationToken = operation(
  authorizationTokenSchema,
  ({ world }) => {
    const expiresAt = world.clock.now().getTime() / 1000 + LOGIN_HOURS * 3_600;
    const authorizationToken = Buffer.from('AWS:simulator-login').toString(
      'base64',
    );
    return {
      authorizationData: [
        { authorizationToken, expiresAt, proxyEndpoint: `https://${REGISTRY}` },
      ],
    };
  },
);

/** Amazon ECR, as far as the portal reads it. */
export const ecrService: AwsService = {
  target: 'AmazonEC2ContainerRegistry_V20150921',
  signingName: 'ecr',
  invalidInput: 'InvalidParameterException',
  operations: {
    DescribeRepositories: describeRepositories,
    DescribeImages: describeImages,
    ListImages: listImageIds,
    BatchGetImage: batchGetImage,
    DescribeImageScanFindings: describeImageScanFindings,
    ListTagsForResource: listTagsForResource,
    ListImageReferrers: listImageReferrers,
    GetAuthorizationToken: getAuthorizationToken,
  },
};
