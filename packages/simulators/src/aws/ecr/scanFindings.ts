import { pageSize } from '../../http/weather';
import { ACCOUNT_ID } from '../account';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { epochSeconds, operation } from '../service';
import { toBasicFinding, toEnhancedFinding } from './findings';
import { listImages, requireImage, requireRepository } from './images';
import { scanTypeOf } from './scanning';
import { scanFindingsSchema } from './schemas';

const DEFAULT_PAGE = 100;

const DESCRIPTIONS: Record<string, string> = {
  ACTIVE: 'Continuous scan is selected for image.',
  PENDING: 'The scan is pending.',
  IN_PROGRESS: 'The scan is in progress.',
  COMPLETE: 'The scan was completed successfully.',
  FAILED: 'The scan failed.',
};

/** An index is scanned with its platforms, so all of them answer with the same findings. */
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
    const enhanced = scanTypeOf(world, repositoryName) === 'ENHANCED';
    const { page, nextToken } = paginate({
      items: scan.findings,
      keyOf: finding => `${finding.name}/${finding.package}`,
      size: pageSize(world, 'aws', input.maxResults ?? DEFAULT_PAGE),
      token: input.nextToken,
      invalid: 'InvalidParameterException',
    });
    const status =
      enhanced && scan.status === 'COMPLETE' ? 'ACTIVE' : scan.status;
    return {
      registryId: ACCOUNT_ID,
      repositoryName,
      imageId: { imageDigest: digest, imageTag: imageId.imageTag },
      imageScanStatus: {
        status,
        description: scan.reason ?? DESCRIPTIONS[status],
      },
      imageScanFindings: scan.completedAt && {
        imageScanCompletedAt: epochSeconds(scan.completedAt),
        vulnerabilitySourceUpdatedAt: epochSeconds(scan.completedAt),
        findingSeverityCounts: scan.counts,
        ...(enhanced
          ? {
              enhancedFindings: page.map(finding =>
                toEnhancedFinding(image, finding),
              ),
            }
          : { findings: page.map(toBasicFinding) }),
      },
      nextToken,
    };
  },
);
