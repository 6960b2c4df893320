import {
  ECR_SEVERITIES,
  type EcrImage,
  type EcrScan,
  type EcrScanStatus,
  type EcrSeverity,
} from '@shopstack/plugin-ecr-common';
import type { AwsArn } from '@shopstack/plugin-kit-node';
import type { WireImage } from './wire';

const SCAN_STATUSES = new Set<string>([
  'ACTIVE',
  'COMPLETE',
  'FAILED',
  'FINDINGS_UNAVAILABLE',
  'IMAGE_ARCHIVED',
  'IN_PROGRESS',
  'LIMIT_EXCEEDED',
  'PENDING',
  'SCAN_ELIGIBILITY_EXPIRED',
  'UNSUPPORTED_IMAGE',
] satisfies EcrScanStatus[]);

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

/** One image of the repository `arn` in the words of the portal. */
export function toEcrImage(image: WireImage, arn: AwsArn): EcrImage {
  const partition = PARTITIONS[arn.partition] ?? DEFAULT_PARTITION;
  const registry = `${arn.accountId}.dkr.ecr.${arn.region}.${partition.domain}`;
  const digest = image.imageDigest;
  return {
    repository: arn.resource,
    registry,
    region: arn.region,
    digest,
    tags: image.imageTags ?? [],
    sizeInBytes: image.imageSizeInBytes,
    pushedAt: image.imagePushedAt?.toISOString(),
    lastPulledAt: image.lastRecordedPullTime?.toISOString(),
    mediaType: image.imageManifestMediaType,
    scan: toScan(image),
    pullCommand: `docker pull ${registry}/${arn.resource}@${digest}`,
    consoleUrl:
      `https://${arn.region}.${partition.console}/ecr/repositories/private/${arn.accountId}/` +
      `${encodeURIComponent(arn.resource)}/_/image/${encodeURIComponent(digest)}/details?region=${arn.region}`,
  };
}

/**
 * What the list says of the scan. Newer kinds of scanning leave it out of the list: then it is `NOT_READ`, which must
 * not look like a clean image.
 */
function toScan(image: WireImage): EcrScan {
  const summary = image.imageScanFindingsSummary;
  const told = image.imageScanStatus?.status;
  const completed = summary ? 'COMPLETE' : 'NOT_READ';
  const status =
    told !== undefined && SCAN_STATUSES.has(told)
      ? (told as EcrScanStatus)
      : completed;
  return {
    status,
    counts:
      summary?.findingSeverityCounts && toCounts(summary.findingSeverityCounts),
    completedAt: summary?.imageScanCompletedAt?.toISOString(),
  };
}

/** Severities that the portal does not know count as undefined, so that none is lost. */
function toCounts(
  counts: Record<string, number>,
): Partial<Record<EcrSeverity, number>> {
  const result: Partial<Record<EcrSeverity, number>> = {};
  for (const [name, count] of Object.entries(counts)) {
    const severity =
      ECR_SEVERITIES.find(known => known === name.toUpperCase()) ?? 'UNDEFINED';
    result[severity] = (result[severity] ?? 0) + count;
  }
  return result;
}
