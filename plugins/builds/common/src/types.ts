import type { ObservedPage } from '@shopstack/plugin-kit-common';

/** Who runs a build. */
export type BuildExecutorName = 'aws-codebuild' | 'github-actions';

/** How a build stands. `fault` is the executor's own failure, `failed` that of the commands. */
export const BUILD_STATUSES = [
  'succeeded',
  'failed',
  'fault',
  'in-progress',
  'stopped',
  'timed-out',
  'queued',
] as const;

export type BuildStatus = (typeof BUILD_STATUSES)[number];

/** One stretch of a build: a phase of CodeBuild, a job of GitHub Actions. Times are ISO strings. */
export interface BuildPhase {
  name: string;
  status: BuildStatus;
  startedAt?: string;
  durationSeconds?: number;
  /** Why it did not succeed. */
  message?: string;
}

/** One run of a build. Times are ISO strings. */
export interface Build {
  /** Unique within its executor. */
  id: string;
  executor: BuildExecutorName;
  /** Key of the project or workflow that it is a run of: `BuildProject.key`. */
  projectKey: string;
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
  /** What made it start: `push`, `pull_request`, `webhook`, `schedule`, `codepipeline`, `person`... */
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

/** What may be done at an executor; starting, retrying and stopping are for the owner. */
export type BuildAction = 'start' | 'retry' | 'stop';

/** A place at an executor where builds of an entity run. */
export interface BuildProject {
  /** Unique over all executors; opaque. */
  key: string;
  executor: BuildExecutorName;
  name: string;
  /** Its page at the executor. */
  url: string;
  /** Median of the succeeded runs that the portal has read; absent below three. */
  medianSeconds?: number;
  /** Branch that is built when no version is asked for, where the executor tells; absent means the repository's own. */
  defaultBranch?: string;
  /** What the executor can do there. Whether the caller may is decided by the permission. */
  actions: BuildAction[];
}

/** One page of builds, newest first, of all projects together. */
export interface BuildPage extends ObservedPage<Build> {
  projects: BuildProject[];
  /** Hand it back to read further; absent at the end. `total` counts what has been read so far. */
  nextCursor?: string;
}

/** What narrows the list of builds. */
export interface BuildQuery {
  projectKey?: string;
  status?: BuildStatus[];
  /** Part of the branch, or the beginning of the commit. */
  search?: string;
  /** Default 25, at most 100. */
  limit?: number;
  cursor?: string;
}

/** The outcome of the tests or of the coverage of one report group. */
export interface BuildReport {
  name: string;
  kind: 'test' | 'coverage';
  status: 'generating' | 'succeeded' | 'failed' | 'incomplete' | 'unknown';
  tests?: {
    total: number;
    passed: number;
    failed: number;
    errored: number;
    skipped: number;
    unknown: number;
  };
  /** 0 to 100. */
  coverage?: { linePercent?: number; branchPercent?: number };
  failedCases?: { name: string; message?: string; durationSeconds?: number }[];
  url?: string;
}

/** What is read only when somebody opens a build. */
export interface BuildDetails {
  build: Build;
  reports: BuildReport[];
  /** Exported variables that `builds.exportedVariables` allows, by name. */
  variables: { name: string; value: string }[];
  log: {
    /** `stream` can be read here; `external` only at `url`; `none` was not written, or not yet. */
    kind: 'stream' | 'external' | 'none';
    url?: string;
  };
}

/** One line of a log. */
export interface BuildLogLine {
  /** ISO time, where the log has it. */
  at?: string;
  /** May hold ANSI colour sequences; every other control character is removed. */
  text: string;
}

/** A stretch of a log. */
export interface BuildLog {
  lines: BuildLogLine[];
  /** Hand it back to read what follows. Also at the end of a log that still grows. */
  nextCursor?: string;
  /** True when nothing follows and nothing will. */
  complete: boolean;
  sources: import('@shopstack/plugin-kit-common').SourceStatus[];
}
