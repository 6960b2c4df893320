import { REGISTRY } from '../account';
import { operation, type AwsService } from '../service';
import { batchGetImage } from './batchGetImage';
import { describeImages, listImageIds } from './describeImages';
import {
  createRepository,
  deleteRepository,
  tagResource,
} from './manageRepositories';
import { putImage } from './putImage';
import { describeImageSigningStatus, listImageReferrers } from './referrers';
import { describeRepositories, listTagsForResource } from './repositories';
import { describeImageScanFindings } from './scanFindings';
import {
  getRegistryScanningConfiguration,
  putRegistryScanningConfiguration,
  startImageScan,
} from './scanning';
import { authorizationTokenSchema } from './schemas';

/** How long a login of docker lasts, in hours (API reference). */
const LOGIN_HOURS = 12;

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

/** Amazon ECR, as far as the portal reads it and tests fill it. */
export const ecrService: AwsService = {
  target: 'AmazonEC2ContainerRegistry_V20150921',
  signingName: 'ecr',
  invalidInput: 'InvalidParameterException',
  operations: {
    BatchGetImage: batchGetImage,
    CreateRepository: createRepository,
    DeleteRepository: deleteRepository,
    DescribeImages: describeImages,
    DescribeImageScanFindings: describeImageScanFindings,
    DescribeImageSigningStatus: describeImageSigningStatus,
    DescribeRepositories: describeRepositories,
    GetAuthorizationToken: getAuthorizationToken,
    GetRegistryScanningConfiguration: getRegistryScanningConfiguration,
    ListImageReferrers: listImageReferrers,
    ListImages: listImageIds,
    ListTagsForResource: listTagsForResource,
    PutImage: putImage,
    PutRegistryScanningConfiguration: putRegistryScanningConfiguration,
    StartImageScan: startImageScan,
    TagResource: tagResource,
  },
};
