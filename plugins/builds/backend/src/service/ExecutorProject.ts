import type {
  Build,
  BuildAction,
  BuildDetails,
  BuildExecutorName,
  BuildLogLine,
  BuildReport,
} from '@shopstack/plugin-builds-common';

/** A build as an executor read it. Plain JSON: it is kept in the database. */
export interface ReadBuild {
  build: Build;
  /** True when nothing of it changes any more; it is then never asked again. */
  over: boolean;
  /** Exported variables that the configuration allows. */
  variables: BuildDetails['variables'];
  log: BuildDetails['log'];
  /** What the executor itself needs to read more of it; never part of an answer. */
  memo: Record<string, unknown>;
}

/** Answers what is kept of these builds, by id. */
export type KnownBuilds = (ids: string[]) => Promise<Map<string, ReadBuild>>;

/** Where the history of a project goes on behind what was read. */
export interface HistoryRest {
  /** Ids that were listed and not read yet, newest first. They may be known from elsewhere. */
  pending: string[];
  /** What the executor wants to hear to list on behind `pending`; absent at the end. */
  nextToken?: string;
}

/** A stretch of a project's history without gaps. */
export interface HistoryStretch {
  /** Ids of the stretch, newest first. Each is in `read`, was known, or was deleted in between. */
  ids: string[];
  /** What was read anew, in no order. */
  read: ReadBuild[];
  rest: HistoryRest;
}

/** What a project says of itself; it changes seldom. */
export interface ProjectFacts {
  /** What can be done there with the portal's credentials, as far as that can be told. */
  actions: BuildAction[];
  /** Branch that is built when no version is asked for. */
  defaultBranch?: string;
}

/** A stretch of a log. */
export interface LogStretch {
  lines: BuildLogLine[];
  /** Where to read on; the same position again when there was nothing. */
  next: string;
  /** True when nothing followed at this moment. */
  atEnd: boolean;
}

/**
 * One place at an executor where builds of an entity run: a project, a workflow. Methods that read or write throw
 * UpstreamError for every fault.
 */
export interface ExecutorProject {
  /** Unique over all executors, at most 64 letters, digits and `-`. */
  readonly key: string;
  readonly executor: BuildExecutorName;
  readonly name: string;
  /** Which of several it is, for a person: part of the state of the source. */
  readonly instance: string;
  /** Its page at the executor. */
  readonly url: string;
  /** The same for projects that share calls and limits, an account and region for example. */
  readonly place: string;
  /** True when the executor starts nothing twice for the same token, within five minutes. */
  readonly repeatable: boolean;

  /** Whether a build with this id may be one of its builds, told from the id alone. */
  mayOwn(buildId: string): boolean;

  /**
   * Says that its newest builds may be read at once, together with those of other projects, so that they share calls.
   *
   * @returns says that this is over.
   */
  announce(): () => void;

  /** The newest builds; at least five, more where they come with the same call. */
  readNewest(known: KnownBuilds): Promise<HistoryStretch>;

  /** What lies behind; at least one build less is pending afterwards, or the end is reached. */
  readOlder(rest: HistoryRest, known: KnownBuilds): Promise<HistoryStretch>;

  /** One build, or undefined when it is none of this project. */
  readBuild(id: string): Promise<ReadBuild | undefined>;

  /** Whether there is anything to ask for in `readReports`. */
  hasReports(build: ReadBuild): boolean;

  /** The test and coverage reports of a build. */
  readReports(build: ReadBuild): Promise<BuildReport[]>;

  /** The log from a position on, `''` being its beginning. Not there yet means at the end, without lines. */
  readLog(build: ReadBuild, position: string): Promise<LogStretch>;

  /** The last lines of the log, in as few calls as possible. */
  readLogTail(build: ReadBuild, lines: number): Promise<BuildLogLine[]>;

  /** What is known of the project itself. */
  readFacts(): Promise<ProjectFacts>;

  /** Starts a build; `token` is the same for the same request. */
  start(request: { sourceVersion?: string; token: string }): Promise<ReadBuild>;

  /** Runs a build once more. */
  retry(build: ReadBuild, token: string): Promise<ReadBuild>;

  /** Stops a build, and answers how it stands. */
  stop(build: ReadBuild): Promise<ReadBuild>;
}
