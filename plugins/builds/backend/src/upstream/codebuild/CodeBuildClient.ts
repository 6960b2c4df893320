import type {
  Build as SdkBuild,
  CodeBuildClient as SdkClient,
} from '@aws-sdk/client-codebuild';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  type AwsArn,
  AwsConnections,
  faultError,
} from '@shopstack/plugin-kit-node';
import {
  buildSchema,
  projectSchema,
  reportSchema,
  testCaseSchema,
  type WireBuild,
  type WireProject,
  type WireReport,
  type WireTestCase,
} from './wire';

const UPSTREAM = 'AWS CodeBuild';

/** Failed cases of one report that are shown (the API gives at most 100 a page). */
const MOST_CASES = 25;

export interface CodeBuildClientOptions {
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
  ratePerSecond: number;
  burst: number;
}

type Sdk = typeof import('@aws-sdk/client-codebuild');

/** The SDK is loaded at the first call: a portal that nobody uses yet does without. */
function loadSdk(): Sdk {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@aws-sdk/client-codebuild') as Sdk;
}

/**
 * Speaks to AWS CodeBuild in every account and region that is asked for. Every method throws UpstreamError for every
 * fault.
 */
export class CodeBuildClient {
  readonly #connections: AwsConnections<SdkClient>;

  constructor(options: CodeBuildClientOptions) {
    this.#connections = new AwsConnections({
      ...options,
      upstream: UPSTREAM,
      create: async settings => new (loadSdk().CodeBuildClient)(settings),
    });
  }

  /** At most 100 ids of builds, newest first, and how to ask for those that follow. */
  async listIds(
    project: AwsArn,
    nextToken?: string,
  ): Promise<{ ids: string[]; nextToken?: string }> {
    const { ListBuildsForProjectCommand } = loadSdk();
    const answer = await this.#connections.read(
      project,
      (client, abortSignal) =>
        client.send(
          // No sortOrder: with more than 100 builds it is an error, and newest first is the default.
          new ListBuildsForProjectCommand({
            projectName: project.resource,
            nextToken,
          }),
          { abortSignal },
        ),
    );
    const ids = answer.ids ?? [];
    const again = nextToken !== undefined && answer.nextToken === nextToken;
    if (!Array.isArray(ids) || again) {
      throw malformed('No ids, or the same page again');
    }
    return {
      ids: [...new Set(ids.filter(id => typeof id === 'string'))],
      nextToken: answer.nextToken || undefined,
    };
  }

  /** Builds by id, at most 100; those that were deleted, and odd rows, are left out. */
  async getBuilds(
    place: AwsArn,
    ids: string[],
  ): Promise<Map<string, WireBuild>> {
    const { BatchGetBuildsCommand } = loadSdk();
    const { builds } = await this.#connections.read(
      place,
      (client, abortSignal) =>
        client.send(new BatchGetBuildsCommand({ ids }), { abortSignal }),
    );
    if (!Array.isArray(builds)) {
      throw malformed('No builds');
    }
    return new Map(
      rows(builds, buildSchema).map(build => [build.id, build] as const),
    );
  }

  /** Projects by name, at most 100; those that were deleted are left out. */
  async getProjects(
    place: AwsArn,
    names: string[],
  ): Promise<Map<string, WireProject>> {
    const { BatchGetProjectsCommand } = loadSdk();
    const { projects } = await this.#connections.read(
      place,
      (client, abortSignal) =>
        client.send(new BatchGetProjectsCommand({ names }), { abortSignal }),
    );
    if (!Array.isArray(projects)) {
      throw malformed('No projects');
    }
    return new Map(
      rows(projects, projectSchema).map(each => [each.name, each] as const),
    );
  }

  /** Reports by ARN, at most 100. */
  async getReports(place: AwsArn, arns: string[]): Promise<WireReport[]> {
    const { BatchGetReportsCommand } = loadSdk();
    const { reports } = await this.#connections.read(
      place,
      (client, abortSignal) =>
        client.send(new BatchGetReportsCommand({ reportArns: arns }), {
          abortSignal,
        }),
    );
    if (!Array.isArray(reports)) {
      throw malformed('No reports');
    }
    return rows(reports, reportSchema);
  }

  /** The first cases of a test report that did not pass. */
  async failedCases(place: AwsArn, reportArn: string): Promise<WireTestCase[]> {
    const { DescribeTestCasesCommand } = loadSdk();
    const { testCases } = await this.#connections.read(
      place,
      (client, abortSignal) =>
        client.send(
          new DescribeTestCasesCommand({
            reportArn,
            filter: { status: 'FAILED' },
            maxResults: MOST_CASES,
          }),
          { abortSignal },
        ),
    );
    return rows(testCases, testCaseSchema);
  }

  /** Starts a build of the source version and of nothing else: all other overrides change what runs. */
  async start(
    project: AwsArn,
    sourceVersion: string | undefined,
    idempotencyToken: string,
  ): Promise<WireBuild> {
    const { StartBuildCommand } = loadSdk();
    return this.#write(project, (client, abortSignal) =>
      client.send(
        new StartBuildCommand({
          projectName: project.resource,
          sourceVersion,
          idempotencyToken,
        }),
        { abortSignal },
      ),
    );
  }

  async retry(
    project: AwsArn,
    id: string,
    idempotencyToken: string,
  ): Promise<WireBuild> {
    const { RetryBuildCommand } = loadSdk();
    return this.#write(project, (client, abortSignal) =>
      client.send(new RetryBuildCommand({ id, idempotencyToken }), {
        abortSignal,
      }),
    );
  }

  async stop(project: AwsArn, id: string): Promise<WireBuild> {
    const { StopBuildCommand } = loadSdk();
    return this.#write(project, (client, abortSignal) =>
      client.send(new StopBuildCommand({ id }), { abortSignal }),
    );
  }

  async #write(
    project: AwsArn,
    call: (
      client: SdkClient,
      signal: AbortSignal,
    ) => Promise<{ build?: SdkBuild }>,
  ): Promise<WireBuild> {
    const { build } = await this.#connections.write(project, call);
    const parsed = buildSchema.safeParse(build);
    if (!parsed.success) {
      throw malformed('No build');
    }
    return parsed.data;
  }
}

function malformed(what: string) {
  return faultError('malformed', UPSTREAM, new Error(what));
}

/** Rows that are none are left out. */
function rows<T>(
  list: unknown,
  schema: { safeParse(row: unknown): { success: boolean; data?: T } },
): T[] {
  return (Array.isArray(list) ? list : []).flatMap(row => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data as T] : [];
  });
}
