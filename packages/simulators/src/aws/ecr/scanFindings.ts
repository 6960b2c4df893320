import { pageSize } from '../../http/weather';
import type { RegistryImage } from '../../world/types';
import { ACCOUNT_ID } from '../account';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { epochSeconds, operation } from '../service';
import { listImages, requireImage, requireRepository } from './images';
import { scanFindingsSchema } from './schemas';

const DEFAULT_PAGE = 100;

const DESCRIPTIONS: Record<string, string> = {
  PENDING: 'The scan is pending.',
  IN_PROGRESS: 'The scan is in progress.',
  COMPLETE: 'The scan was completed successfully.',
  FAILED: 'The scan failed.',
};

/** Basic scanning: an index is scanned with its platforms, so both answer with the same findings. */
export const describeImageScanFindings = operation(
  scanFindingsSchema,
  ({ world }, input) => {
    const { repositoryName, imageId } = input;
    requireRepository(world, repositoryName, input.registryId);
    const { digest, image } = requireImage(
      listImages(world, repositoryName),
      repositoryName,
      imageId,
    );
    const { scan } = image;
    if (scan.status === 'NOT_SCANNED') {
      throw new AwsError(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '{imageDigest:'${digest}', imageTag:'${imageId.imageTag ?? 'null'}'}' in the repository with name '${repositoryName}' in the registry with id '${ACCOUNT_ID}'`,
      );
    }
    const { page, nextToken } = paginate({
      items: scan.findings,
      keyOf: finding => `${finding.name}/${finding.package}`,
      size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
      token: input.nextToken,
      invalid: 'InvalidParameterException',
    });
    const description = DESCRIPTIONS[scan.status];
    return {
      registryId: ACCOUNT_ID,
      repositoryName,
      imageId: { imageDigest: digest, imageTag: imageId.imageTag },
      imageScanStatus: { status: scan.status, description },
      imageScanFindings: scan.completedAt && {
        imageScanCompletedAt: epochSeconds(scan.completedAt),
        vulnerabilitySourceUpdatedAt: epochSeconds(scan.completedAt),
        findingSeverityCounts: scan.counts,
        findings: page.map(toFinding),
      },
      nextToken,
    };
  },
);

function toFinding(finding: RegistryImage['scan']['findings'][number]) {
  const { name, severity, description, uri } = finding;
  const attributes = [
    { key: 'package_name', value: finding.package },
    { key: 'package_version', value: finding.version },
    ...(finding.fixedIn
      ? [{ key: 'fixed_in_version', value: finding.fixedIn }]
      : []),
  ];
  return { name, severity, description, uri, attributes };
}
