import {
  BatchGetBuildsCommand,
  CodeBuildClient as SdkClient,
  ListBuildsForProjectCommand,
  type ListBuildsForProjectOutput,
} from '@aws-sdk/client-codebuild';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Build } from '@shopstack/plugin-builds-common';
import {
  type AwsArn,
  AwsConnections,
  faultError,
} from '@shopstack/plugin-kit-node';
import { toBuild } from './mapping';
import { buildSchema } from './wire';

const UPSTREAM = 'AWS CodeBuild';

/** BatchGetBuilds takes at most 100 ids; ListBuildsForProject gives as many at once (API reference). */
const BATCH_SIZE = 100;

export interface CodeBuildClientOptions {
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
  /** How many of the latest builds are read. */
  maxBuilds: number;
}

/** Speaks to AWS CodeBuild in every account and region that is asked for. */
export class CodeBuildClient {
  readonly #maxBuilds: number;
  readonly #connections: AwsConnections<SdkClient>;

  constructor(options: CodeBuildClientOptions) {
    this.#maxBuilds = options.maxBuilds;
    this.#connections = new AwsConnections({
      ...options,
      upstream: UPSTREAM,
      create: settings => new SdkClient(settings),
    });
  }

  /**
   * The latest builds of a project, newest first. What was deleted in between is left out.
   *
   * @throws UpstreamError for every fault.
   */
  async listBuilds(project: AwsArn): Promise<Build[]> {
    const ids = await this.#listIds(project);
    const batches: string[][] = [];
    for (let start = 0; start < ids.length; start += BATCH_SIZE) {
      batches.push(ids.slice(start, start + BATCH_SIZE));
    }
    const builds = await Promise.all(
      batches.map(batch => this.#getBuilds(project, batch)),
    );
    return builds.flat();
  }

  async #listIds(project: AwsArn): Promise<string[]> {
    const ids: string[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await this.#listPage(project, nextToken);
      const again = nextToken !== undefined && answer.nextToken === nextToken;
      if (!Array.isArray(answer.ids) || again) {
        throw faultError('malformed', UPSTREAM, new Error('No ids, no paging'));
      }
      ids.push(...answer.ids);
      nextToken = answer.nextToken;
    } while (nextToken && ids.length < this.#maxBuilds);
    return ids.slice(0, this.#maxBuilds);
  }

  #listPage(
    project: AwsArn,
    nextToken: string | undefined,
  ): Promise<ListBuildsForProjectOutput> {
    return this.#connections.read(project, (client, abortSignal) =>
      client.send(
        // No sortOrder: with more than 100 builds it is an error, and newest first is the default.
        new ListBuildsForProjectCommand({
          projectName: project.resource,
          nextToken,
        }),
        { abortSignal },
      ),
    );
  }

  async #getBuilds(project: AwsArn, ids: string[]): Promise<Build[]> {
    const answer = await this.#connections.read(
      project,
      (client, abortSignal) =>
        client.send(new BatchGetBuildsCommand({ ids }), { abortSignal }),
    );
    if (!Array.isArray(answer.builds)) {
      throw faultError('malformed', UPSTREAM, new Error('No builds'));
    }
    return answer.builds.flatMap(row => {
      const build = buildSchema.safeParse(row);
      return build.success ? [toBuild(build.data, project)] : [];
    });
  }
}
