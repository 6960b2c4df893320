import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const date = lenient(z.date());

/**
 * What we read of `BatchGetBuilds`, after the SDK has decoded it. `environment` is left out on purpose: it holds the
 * values of the build's environment variables.
 */
export const buildSchema = z.object({
  id: z.string(),
  buildNumber: lenient(z.number()),
  buildStatus: text,
  buildComplete: lenient(z.boolean()),
  currentPhase: text,
  startTime: date,
  endTime: date,
  sourceVersion: text,
  resolvedSourceVersion: text,
  initiator: text,
  source: lenient(z.object({ location: text })),
  phases: lenient(
    z.array(
      z.object({
        phaseType: text,
        phaseStatus: text,
        startTime: date,
        durationInSeconds: lenient(z.number().nonnegative()),
        contexts: lenient(z.array(z.object({ message: text }))),
      }),
    ),
  ),
  exportedEnvironmentVariables: lenient(
    z.array(z.object({ name: text, value: text })),
  ),
  reportArns: lenient(z.array(z.string())),
  logs: lenient(
    z.object({
      groupName: text,
      streamName: text,
      deepLink: text,
      s3DeepLink: text,
      s3Logs: lenient(z.object({ status: text })),
    }),
  ),
});

export type WireBuild = z.output<typeof buildSchema>;

/** What we read of `BatchGetProjects`; again without its environment. */
export const projectSchema = z.object({
  arn: text,
  name: z.string(),
  sourceVersion: text,
  source: lenient(z.object({ type: text })),
});

export type WireProject = z.output<typeof projectSchema>;

/** What we read of `BatchGetReports`. */
export const reportSchema = z.object({
  arn: z.string(),
  type: text,
  name: text,
  reportGroupArn: text,
  status: text,
  testSummary: lenient(
    z.object({
      total: lenient(z.number()),
      statusCounts: lenient(z.record(z.string(), z.number())),
    }),
  ),
  codeCoverageSummary: lenient(
    z.object({
      lineCoveragePercentage: lenient(z.number()),
      branchCoveragePercentage: lenient(z.number()),
    }),
  ),
});

export type WireReport = z.output<typeof reportSchema>;

/** What we read of `DescribeTestCases`. */
export const testCaseSchema = z.object({
  name: text,
  prefix: text,
  testSuiteName: text,
  status: text,
  message: text,
  durationInNanoSeconds: lenient(z.number().nonnegative()),
});

export type WireTestCase = z.output<typeof testCaseSchema>;

/** What is kept of a build for later calls; it was ours when it was written. */
export const memoSchema = z.object({
  logGroup: text,
  logStream: text,
  reportArns: lenient(z.array(z.string())).transform(arns => arns ?? []),
});

export type CodeBuildMemo = z.output<typeof memoSchema>;
