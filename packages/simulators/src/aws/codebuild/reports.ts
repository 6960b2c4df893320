import { z } from 'zod';
import type { World } from '../../world/types';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { epochSeconds, operation } from '../service';
import type { BuildReport } from '../types';

/** ARNs in one request, and cases or files of one page (API reference). */
const MAX_BATCH = 100;
const PAGE = 100;

const SECONDS_TO_NANO = 1_000_000_000;
const DAY_MILLISECONDS = 24 * 3_600_000;

/** Reports expire thirty days after they were made. */
const EXPIRES_AFTER = 30 * DAY_MILLISECONDS;

const page = {
  nextToken: z.string().optional(),
  maxResults: z.number().int().min(1).max(PAGE).optional(),
};

export const batchGetReports = operation(
  z.object({ reportArns: z.array(z.string().min(1)).min(1).max(MAX_BATCH) }),
  ({ world }, { reportArns }) => {
    const found = reportArns.map(arn => findReport(world, arn));
    return {
      reports: found.flatMap(report => (report ? [toReport(report)] : [])),
      reportsNotFound: reportArns.filter((_arn, index) => !found[index]),
    };
  },
);

export const describeTestCases = operation(
  z.object({
    ...page,
    reportArn: z.string().min(1),
    filter: z
      .object({
        status: z.string().optional(),
        keyword: z.string().optional(),
      })
      .optional(),
  }),
  ({ world }, input) => {
    const report = requireReport(world, input.reportArn);
    const { status, keyword = '' } = input.filter ?? {};
    const cases = report.testCases.filter(
      each =>
        (status === undefined || each.status === status) &&
        each.name.includes(keyword),
    );
    const { page: shown, nextToken } = paginate({
      items: cases,
      keyOf: each => `${each.prefix} ${each.name}`,
      size: input.maxResults ?? PAGE,
      token: input.nextToken,
      invalid: 'InvalidInputException',
    });
    return {
      testCases: shown.map(({ seconds, ...each }) => ({
        ...each,
        reportArn: report.arn,
        testRawDataPath: 'report.xml',
        durationInNanoSeconds: Math.round(seconds * SECONDS_TO_NANO),
        expired: expiryOf(report),
      })),
      nextToken,
    };
  },
);

export const describeCodeCoverages = operation(
  z.object({ ...page, reportArn: z.string().min(1) }),
  ({ world }, input) => {
    const report = requireReport(world, input.reportArn);
    const { coverage } = report;
    const codeCoverages = coverage
      ? [
          {
            ...coverageOf(coverage),
            id: report.arn.split(':').pop(),
            reportARN: report.arn,
            filePath: 'src/index.ts',
            expired: expiryOf(report),
          },
        ]
      : [];
    return { codeCoverages };
  },
);

function findReport(world: Pick<World, 'store' | 'clock'>, arn: string) {
  const report = world.store.get<BuildReport>('build-report', arn);
  const now = world.clock.now().getTime();
  return report && Date.parse(report.createdAt) + EXPIRES_AFTER > now
    ? report
    : undefined;
}

function requireReport(world: Pick<World, 'store' | 'clock'>, arn: string) {
  const report = findReport(world, arn);
  if (!report) {
    throw new AwsError('InvalidInputException', `Report ${arn} does not exist`);
  }
  return report;
}

function toReport(report: BuildReport) {
  const { arn, type, build, status, testCases, coverage } = report;
  const counts: Record<string, number> = {
    ...{ SUCCEEDED: 0, FAILED: 0, ERROR: 0, SKIPPED: 0, UNKNOWN: 0 },
  };
  for (const each of testCases) {
    counts[each.status] += 1;
  }
  const seconds = testCases.reduce((sum, each) => sum + each.seconds, 0);
  return {
    arn,
    type,
    name: arn.split(':').pop(),
    reportGroupArn: arn
      .replace(':report/', ':report-group/')
      .replace(/:[^:]*$/, ''),
    executionId: build,
    status,
    created: epochSeconds(report.createdAt),
    expired: expiryOf(report),
    exportConfig: { exportConfigType: 'NO_EXPORT' },
    truncated: false,
    ...(type === 'TEST' && {
      testSummary: {
        total: testCases.length,
        statusCounts: counts,
        durationInNanoSeconds: Math.round(seconds * SECONDS_TO_NANO),
      },
    }),
    ...(coverage && { codeCoverageSummary: coverageOf(coverage) }),
  };
}

function coverageOf(coverage: NonNullable<BuildReport['coverage']>) {
  const { linesCovered, linesMissed, branchesCovered, branchesMissed } =
    coverage;
  const percent = (covered: number, missed: number) =>
    (100 * covered) / Math.max(1, covered + missed);
  return {
    ...coverage,
    lineCoveragePercentage: percent(linesCovered, linesMissed),
    branchCoveragePercentage: percent(branchesCovered, branchesMissed),
  };
}

function expiryOf({ createdAt }: BuildReport) {
  return (Date.parse(createdAt) + EXPIRES_AFTER) / 1_000;
}
