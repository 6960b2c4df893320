import type {
  BuildLogLine,
  BuildReport,
} from '@shopstack/plugin-builds-common';
import type {
  ExecutorProject,
  HistoryRest,
  HistoryStretch,
  KnownBuilds,
  LogStretch,
  ProjectFacts,
  ReadBuild,
} from '../../service/ExecutorProject';
import { readFacts } from './facts';
import type { GithubActionsClient, Workflow } from './GithubActionsClient';
import type { GithubActionsWriter } from './GithubActionsWriter';
import { githubKey } from './githubKey';
import type { JobLogClient } from './JobLogClient';
import { readRunLog, readRunLogTail } from './runLog';
import { toReadBuild, type WorkflowPlace } from './mapping';
import { memoSchema, type WireWorkflowRun } from './wire';

/** For how many of the latest runs the jobs are read with the list: each costs a call, once, when the run is over. */
const RUNS_WITH_JOBS = 10;

export interface GithubAccess {
  client: GithubActionsClient;
  writer: GithubActionsWriter;
  logs: JobLogClient;
}

/** A workflow of GitHub Actions, or all workflows of a repository. */
export class GithubWorkflow implements ExecutorProject {
  readonly key: string;
  readonly executor = 'github-actions';
  readonly name: string;
  readonly instance: string;
  readonly url: string;
  readonly place: string;
  /** GitHub knows no idempotency tokens. */
  readonly repeatable = false;
  readonly #workflow: Workflow;
  readonly #place: WorkflowPlace;
  readonly #access: GithubAccess;

  constructor(workflow: Workflow, access: GithubAccess) {
    const { integration, owner, repo, file } = workflow;
    const slug = `${owner}/${repo}`;
    const repositoryUrl = `https://${integration.host}/${slug}`;
    this.key = githubKey(integration.host, slug, file);
    this.name = file?.replace(/\.ya?ml$/, '') ?? repo;
    this.instance = file ? `${slug} ${file}` : slug;
    this.url = `${repositoryUrl}/actions${file ? `/workflows/${file}` : ''}`;
    this.place = integration.host;
    this.#workflow = workflow;
    this.#place = {
      projectKey: this.key,
      workflow: file ?? repo,
      repositoryUrl,
    };
    this.#access = access;
  }

  mayOwn(buildId: string): boolean {
    return /^[1-9]\d{0,15}$/.test(buildId);
  }

  /** GitHub has no call for several workflows. */
  announce(): () => void {
    return () => undefined;
  }

  async readNewest(known: KnownBuilds): Promise<HistoryStretch> {
    return this.#readPage(1, known);
  }

  async readOlder(
    { nextToken }: HistoryRest,
    known: KnownBuilds,
  ): Promise<HistoryStretch> {
    return this.#readPage(Number(nextToken ?? 2), known);
  }

  async readBuild(id: string): Promise<ReadBuild | undefined> {
    const { client } = this.#access;
    const run = await client.getRun(this.#workflow, Number(id));
    return run && this.#isOwn(run) ? this.#withJobs(run) : undefined;
  }

  async readFacts(): Promise<ProjectFacts> {
    return readFacts(this.#access.client, this.#workflow);
  }

  hasReports(): boolean {
    return false;
  }

  async readReports(): Promise<BuildReport[]> {
    return [];
  }

  async readLog({ memo }: ReadBuild, position: string): Promise<LogStretch> {
    const { jobs = [] } = memoSchema.parse(memo);
    const read = (id: number) => this.#access.logs.read(this.#workflow, id);
    return readRunLog(jobs, position, read);
  }

  async readLogTail(
    { memo }: ReadBuild,
    lines: number,
  ): Promise<BuildLogLine[]> {
    const { jobs = [] } = memoSchema.parse(memo);
    const read = (id: number) => this.#access.logs.read(this.#workflow, id);
    return readRunLogTail(jobs, lines, read);
  }

  async start({
    sourceVersion,
  }: {
    sourceVersion?: string;
  }): Promise<ReadBuild> {
    const { client, writer } = this.#access;
    const ref =
      sourceVersion ??
      (await client.getRepository(this.#workflow)).default_branch ??
      'main';
    const run = await writer.dispatch(this.#workflow, ref);
    return toReadBuild(run, undefined, this.#place);
  }

  async retry(read: ReadBuild): Promise<ReadBuild> {
    await this.#access.writer.rerun(this.#workflow, Number(read.build.id));
    return this.#after(read);
  }

  async stop(read: ReadBuild): Promise<ReadBuild> {
    await this.#access.writer.cancel(this.#workflow, Number(read.build.id));
    return this.#after(read);
  }

  /** How a run stands after it was told something. That it cannot be read now does not undo what was done. */
  async #after(read: ReadBuild): Promise<ReadBuild> {
    const now = await this.readBuild(read.build.id).catch(() => undefined);
    return now ?? { ...read, over: false };
  }

  async #readPage(page: number, known: KnownBuilds): Promise<HistoryStretch> {
    const { client } = this.#access;
    const { runs, more } = await client.listRuns(this.#workflow, page);
    const ids = runs.map(({ id }) => String(id));
    const kept = await known(ids);
    const read = await Promise.all(
      runs.map(async (run, index) => {
        const earlier = kept.get(String(run.id));
        if (earlier && isSame(run, earlier)) {
          return [];
        }
        return page === 1 && index < RUNS_WITH_JOBS
          ? [await this.#withJobs(run)]
          : [toReadBuild(run, undefined, this.#place)];
      }),
    );
    return {
      ids,
      read: read.flat(),
      rest: { pending: [], nextToken: more ? String(page + 1) : undefined },
    };
  }

  /** Jobs only adorn a run: where they cannot be read it stands without them, and they are asked for again. */
  async #withJobs(run: WireWorkflowRun): Promise<ReadBuild> {
    const jobs = await this.#access.client
      .listJobs(this.#workflow, run.id)
      .catch(() => undefined);
    return toReadBuild(run, jobs, this.#place);
  }

  #isOwn({ path }: WireWorkflowRun): boolean {
    const { file } = this.#workflow;
    return !file || path?.split('@')[0] === `.github/workflows/${file}`;
  }
}

/** A run that is over only changes when it is run again. */
function isSame(run: WireWorkflowRun, { build, memo }: ReadBuild): boolean {
  return (
    run.status === 'completed' &&
    build.finishedAt !== undefined &&
    memoSchema.parse(memo).attempt === run.run_attempt
  );
}
