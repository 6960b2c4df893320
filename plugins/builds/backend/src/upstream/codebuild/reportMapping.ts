import type { BuildReport } from '@shopstack/plugin-builds-common';
import type { AwsArn, AwsConsoleAccess } from '@shopstack/plugin-kit-node';
import { reportUrl } from './consoleUrls';
import type { WireReport, WireTestCase } from './wire';

const STATUSES: Record<string, BuildReport['status']> = {
  GENERATING: 'generating',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  INCOMPLETE: 'incomplete',
};

/** Enough to see what went wrong; the rest is in the report. */
const LONGEST_MESSAGE = 2_000;

/** One report in the words of the portal. */
export function toReport(
  report: WireReport,
  failed: WireTestCase[],
  arn: AwsArn,
  options: AwsConsoleAccess,
): BuildReport {
  const coverage = report.codeCoverageSummary;
  return {
    name: groupName(report),
    kind: report.type === 'CODE_COVERAGE' ? 'coverage' : 'test',
    status: STATUSES[report.status ?? ''] ?? 'unknown',
    tests: report.type === 'CODE_COVERAGE' ? undefined : toTests(report),
    coverage: coverage && {
      linePercent: percent(coverage.lineCoveragePercentage),
      branchPercent: percent(coverage.branchCoveragePercentage),
    },
    failedCases: failed.length > 0 ? failed.map(toCase) : undefined,
    url: reportUrl(arn, report.arn, options),
  };
}

function toTests({ testSummary }: WireReport): BuildReport['tests'] {
  const counts = testSummary?.statusCounts;
  if (!counts) {
    return undefined;
  }
  const count = (status: string) => counts[status] ?? 0;
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return {
    total: testSummary.total ?? all,
    passed: count('SUCCEEDED'),
    failed: count('FAILED'),
    errored: count('ERROR'),
    skipped: count('SKIPPED'),
    unknown: count('UNKNOWN'),
  };
}

function toCase({
  name,
  prefix,
  testSuiteName,
  message,
  durationInNanoSeconds,
}: WireTestCase) {
  const place = testSuiteName ?? prefix;
  const own = name ?? 'unnamed';
  return {
    name: place && !own.startsWith(place) ? `${place}: ${own}` : own,
    message: message?.trim().slice(0, LONGEST_MESSAGE) || undefined,
    durationSeconds:
      durationInNanoSeconds === undefined
        ? undefined
        : Math.round(durationInNanoSeconds / 1e6) / 1e3,
  };
}

/** The name of the report group: that of the single report is its id. */
function groupName({ reportGroupArn, name, arn }: WireReport): string {
  const group = reportGroupArn?.split(':report-group/')[1];
  return group ?? name ?? arn.split('/').pop() ?? 'report';
}

function percent(value: number | undefined): number | undefined {
  return value === undefined
    ? undefined
    : Math.round(Math.min(100, Math.max(0, value)) * 100) / 100;
}
