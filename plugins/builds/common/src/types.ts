/** Who runs a build. */
export type BuildExecutorName = 'aws-codebuild' | 'github-actions';

/** How a build stands. `fault` is the executor's own failure, `failed` that of the commands. */
export type BuildStatus =
  | 'succeeded'
  | 'failed'
  | 'fault'
  | 'in-progress'
  | 'stopped'
  | 'timed-out'
  | 'queued';

/** One stretch of a build: a phase of CodeBuild, a job of GitHub Actions. */
export interface BuildPhase {
  name: string;
  status: BuildStatus;
  durationSeconds?: number;
  /** Why it did not succeed. */
  message?: string;
}

/** One run of a build. Times are ISO strings. */
export interface Build {
  /** Unique within its executor. */
  id: string;
  executor: BuildExecutorName;
  /** CodeBuild project, or name of the workflow. */
  project: string;
  number?: number;
  status: BuildStatus;
  branch?: string;
  /** Full SHA. */
  commit?: string;
  commitUrl?: string;
  /** First line of the commit's message. */
  commitMessage?: string;
  /** Who or what started it. */
  initiator?: string;
  /** What made it start: `push`, `pull_request`, `webhook`... */
  trigger?: string;
  startedAt?: string;
  finishedAt?: string;
  durationSeconds?: number;
  phases: BuildPhase[];
  /** Digest of the image that it pushed, where it exports one. */
  imageDigest?: string;
  /** Image with tag that it pushed, where it exports one. */
  imageUri?: string;
  /** Page of the run at its executor. */
  url: string;
}
