import type { BuildReport } from '@shopstack/plugin-builds-common';
import type { AwsArn, AwsConsoleAccess } from '@shopstack/plugin-kit-node';
import { BATCH_SIZE } from './Batcher';
import type { CodeBuildClient } from './CodeBuildClient';
import { toReport } from './reportMapping';
import type { WireReport } from './wire';

/** Failed cases are read of so many reports; each is a call. */
const REPORTS_WITH_CASES = 5;

/**
 * The reports of a build: one call for all of them, and one for the failed cases of each that failed. Their summaries
 * of coverage are in the first. Reports expire after thirty days; those that did are left out.
 *
 * @throws UpstreamError for every fault of the first call; cases that cannot be read are left out.
 */
export async function readReports(
  client: CodeBuildClient,
  project: AwsArn,
  arns: string[],
  options: AwsConsoleAccess,
): Promise<BuildReport[]> {
  const reports = await client.getReports(project, arns.slice(0, BATCH_SIZE));
  const withCases = new Set(
    reports.filter(hasFailedCases).slice(0, REPORTS_WITH_CASES),
  );
  return Promise.all(
    reports.map(async report => {
      const cases = withCases.has(report)
        ? await client.failedCases(project, report.arn).catch(() => [])
        : [];
      return toReport(report, cases, project, options);
    }),
  );
}

function hasFailedCases({ type, testSummary }: WireReport): boolean {
  return type === 'TEST' && (testSummary?.statusCounts?.FAILED ?? 0) > 0;
}
