import type { EcrImage, EcrScan } from '@shopstack/plugin-ecr-common';
import {
  type AwsArn,
  type AwsConsoleAccess,
  consoleLink,
} from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';

/** Host names differ between the partitions of AWS. */
const PARTITIONS: Record<string, { domain: string; console: string }> = {
  'aws-cn': { domain: 'amazonaws.com.cn', console: 'console.amazonaws.cn' },
  'aws-us-gov': {
    domain: 'amazonaws.com',
    console: 'console.amazonaws-us-gov.com',
  },
};
const DEFAULT_PARTITION = {
  domain: 'amazonaws.com',
  console: 'console.aws.amazon.com',
};

/** What nobody asked for yet. It must not look like a clean image. */
export const NOT_READ: EcrScan = { status: 'NOT_READ' };

/** Host name of the registry that holds the repository. */
export function registryOf(repository: AwsArn): string {
  const { accountId, region, partition } = repository;
  const { domain } = PARTITIONS[partition] ?? DEFAULT_PARTITION;
  return `${accountId}.dkr.ecr.${region}.${domain}`;
}

/** One image with all that a page shows of it. */
export function presentImage(
  repository: AwsArn,
  image: RepositoryImage,
  known: {
    scan: EcrScan;
    runningIn: string[];
    consoleAccess?: AwsConsoleAccess;
  },
): EcrImage {
  const registry = registryOf(repository);
  const { digest } = image;
  return {
    repositoryArn: repository.arn,
    repository: repository.resource,
    registry,
    region: repository.region,
    digest,
    tags: image.tags,
    kind: image.kind,
    sizeInBytes: image.sizeInBytes,
    pushedAt: image.pushedAt,
    lastPulledAt: image.lastPulledAt,
    mediaType: image.mediaType,
    archived: image.archived,
    scan: known.scan,
    runningIn: known.runningIn,
    pullCommand: `docker pull ${registry}/${repository.resource}@${digest}`,
    consoleUrl: consoleLink(
      repository,
      pageOf(repository, digest),
      known.consoleAccess,
    ),
  };
}

function pageOf(repository: AwsArn, digest: string): string {
  const { accountId, region, partition, resource } = repository;
  const { console: host } = PARTITIONS[partition] ?? DEFAULT_PARTITION;
  return (
    `https://${region}.${host}/ecr/repositories/private/${accountId}/` +
    `${encodeURIComponent(resource)}/_/image/${encodeURIComponent(digest)}/details?region=${region}`
  );
}
