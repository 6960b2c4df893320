import { type ImageDetail, imageCount, imagesOf } from '../content/images';
import { account, region } from '../settings';
import { type AwsService, page } from './AwsOperation';

/** Images and findings a page, when the caller does not say, and at most (API reference). */
const usualPage = 100;
const largestPage = 1000;

const source = 'ecr';
const size = (asked: number | undefined) =>
  Math.min(asked ?? usualPage, largestPage);

const findIn = (images: ImageDetail[]) => (id: any) =>
  images.filter(
    ({ imageDigest, imageTags }) =>
      imageDigest === id.imageDigest || imageTags.includes(id.imageTag),
  );

function describeImages(input: any) {
  const images = imagesOf(input.repositoryName);
  if (!images) return undefined;
  if (input.imageIds) {
    return { imageDetails: input.imageIds.flatMap(findIn(images)) };
  }
  const { items, nextToken } = page(
    images,
    size(input.maxResults),
    input.nextToken,
  );
  return { imageDetails: items, nextToken };
}

/** A finished scan with one finding of each of two severities. */
function describeImageScanFindings({ repositoryName, imageId }: any) {
  const severities = ['HIGH', 'MEDIUM'];
  return imageCount(repositoryName) === undefined
    ? undefined
    : {
        registryId: account,
        repositoryName,
        imageId,
        imageScanStatus: { status: 'COMPLETE' },
        imageScanFindings: {
          imageScanCompletedAt: 1_780_000_000,
          findingSeverityCounts: { HIGH: 1, MEDIUM: 1 },
          findings: severities.map((severity, index) => ({
            name: `CVE-2026-000${index}`,
            severity,
            attributes: [{ key: 'package_name', value: 'openssl' }],
          })),
        },
      };
}

function describeRepositories({ repositoryNames }: any) {
  return repositoryNames?.every(
    (name: string) => imageCount(name) !== undefined,
  )
    ? {
        repositories: repositoryNames.map((repositoryName: string) => ({
          registryId: account,
          repositoryName,
          repositoryArn: `arn:aws:ecr:${region}:${account}:repository/${repositoryName}`,
          repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${repositoryName}`,
        })),
      }
    : undefined;
}

/** Amazon ECR, as far as a list of images has a reason to ask it. */
export const ecr: AwsService = {
  target: 'AmazonEC2ContainerRegistry_V20150921',
  operations: {
    DescribeImages: {
      source,
      subject: ({ repositoryName, nextToken = '0', imageIds }) =>
        `${repositoryName} ${imageIds ? JSON.stringify(imageIds) : nextToken}`,
      answer: describeImages,
    },
    DescribeImageScanFindings: {
      source,
      subject: ({ repositoryName, imageId, nextToken = '' }) =>
        `${repositoryName} ${imageId?.imageDigest} ${nextToken}`,
      answer: describeImageScanFindings,
    },
    DescribeRepositories: {
      source,
      subject: ({ repositoryNames }) => String(repositoryNames),
      answer: describeRepositories,
    },
  },
};
