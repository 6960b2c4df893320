/**
 * What every simulated upstream is built on. Each simulator reads and writes the one world, so that a commit seen
 * in the forge is the same commit in CodeBuild, Amazon ECR and Argo CD.
 */

/** The world's clock. Wall time plus an offset; `pace` divides durations, it does not speed up the time itself. */
export interface Clock {
  now(): Date;
  /** The ISO string of the moment `seconds` (at normal pace) from now: `now + seconds / pace`. */
  after(seconds: number): string;
  readonly pace: number;
  setPace(pace: number): void;
  setNow(now: Date): void;
}

/** JSON documents by kind and id, durable when the call returns. */
export interface DocumentStore {
  get<T>(kind: string, id: string): T | undefined;
  put<T>(kind: string, id: string, document: T): void;
  delete(kind: string, id: string): void;
  /** Documents of a kind, in order of their ids. */
  list<T>(kind: string): T[];
  /** Documents whose id starts with the prefix, in order of their ids. */
  listByPrefix<T>(kind: string, prefix: string): T[];
  /** A number that grows by one with each call, from 1, durable. */
  next(counter: string): number;
  /** Runs all writes of the function as one transaction. */
  transaction<T>(work: () => T): T;
}

/** What happened in the world. Handlers run after the write is durable; a handler's failure is logged, never thrown. */
export interface WorldEventMap {
  /** A branch moved, by git push, by the REST API or by a merge. `after` is absent when it was deleted. */
  push: {
    repository: string;
    branch: string;
    before?: string;
    after?: string;
  };
  /** A pull request was opened, synchronized, closed or merged. */
  pull: {
    repository: string;
    number: number;
    action: 'opened' | 'synchronize' | 'closed' | 'merged' | 'reopened';
  };
  /** A build of CodeBuild changed status or phase. */
  build: { id: string };
  /** An image was pushed. */
  image: { repository: string; tag: string; digest: string };
  /** An Argo CD application was added, changed or removed. */
  application: { name: string; type: 'ADDED' | 'MODIFIED' | 'DELETED' };
  /** A Kubernetes object was added, changed or removed. */
  object: {
    key: string;
    type: 'ADDED' | 'MODIFIED' | 'DELETED';
  };
}

export interface WorldEvents {
  on<K extends keyof WorldEventMap>(
    name: K,
    handler: (event: WorldEventMap[K]) => void | Promise<void>,
  ): () => void;
  emit<K extends keyof WorldEventMap>(name: K, event: WorldEventMap[K]): void;
}

/** Calls every registered step again and again (every 200 ms of wall time), one at a time. */
export interface Ticker {
  /** A step advances the documents that are due. It must be idempotent and find its work in the store. */
  register(name: string, step: () => void | Promise<void>): void;
  start(): void;
  stop(): Promise<void>;
}

/** One commit as git knows it. Dates are ISO strings. */
export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  /** The whole message, trailers included. */
  message: string;
}

/** A set of file changes: content to write, or undefined to delete. */
export type FileChanges = ReadonlyMap<string, string | Uint8Array | undefined>;

/** Bare repositories on disk, read and written through the git command. `ref` is a branch, a tag or a SHA. */
export interface Repositories {
  names(): Promise<string[]>;
  /** The directory of the bare repository. */
  directory(repository: string): string;
  create(repository: string): Promise<void>;
  /** The SHA of a ref, or undefined when it does not exist. */
  resolve(repository: string, ref: string): Promise<string | undefined>;
  branches(repository: string): Promise<{ name: string; sha: string }[]>;
  commit(repository: string, ref: string): Promise<GitCommit>;
  /** Newest first; with `path`, only commits that touched it. */
  log(
    repository: string,
    options: { ref: string; path?: string; max?: number; skip?: number },
  ): Promise<GitCommit[]>;
  /** Paths of all files below `under` (or of the whole tree). */
  listFiles(repository: string, ref: string, under?: string): Promise<string[]>;
  /** The text of a file, or undefined when it is not there. */
  readFile(
    repository: string,
    ref: string,
    path: string,
  ): Promise<string | undefined>;
  /** Path to text for every file below `under` (or of the whole tree). */
  readTree(
    repository: string,
    ref: string,
    under?: string,
  ): Promise<Map<string, string>>;
  /** Paths that differ between two commits. */
  changedFiles(repository: string, from: string, to: string): Promise<string[]>;
  /** True when `ancestor` is reachable from `descendant`. */
  isAncestor(
    repository: string,
    ancestor: string,
    descendant: string,
  ): Promise<boolean>;
  /** Commits changes on top of a branch (created from `from`, or as a root, when it does not exist), emits `push`, answers the SHA. */
  write(
    repository: string,
    options: {
      branch: string;
      from?: string;
      message: string;
      author: { name: string; email: string };
      date?: Date;
      changes: FileChanges;
    },
  ): Promise<string>;
}

/** What the reactions ask of the forge beside git. Numbers are per repository. */
export interface Forge {
  openPull(options: {
    repository: string;
    title: string;
    body: string;
    head: string;
    base: string;
    author: string;
  }): Promise<number>;
  /** Merge when every status check of the head succeeded. */
  enableAutoMerge(
    repository: string,
    pull: number,
    options?: { method?: 'merge' | 'squash' },
  ): Promise<void>;
  mergePull(
    repository: string,
    pull: number,
    options?: { method?: 'merge' | 'squash' },
  ): Promise<string>;
  setStatus(
    repository: string,
    sha: string,
    status: {
      context: string;
      state: 'pending' | 'success' | 'failure' | 'error';
      description: string;
      targetUrl?: string;
    },
  ): Promise<void>;
}

/** A workflow run of the forge; documents of kind `workflow-run`, id `<repository>/<zero-padded run id>`. */
export interface WorkflowRun {
  id: number;
  runNumber: number;
  repository: string;
  /** Path of the workflow file. */
  path: string;
  name: string;
  event: 'push' | 'pull_request' | 'workflow_dispatch';
  branch: string;
  sha: string;
  title: string;
  actor: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped';
  /** Counts from 1 with each time it is run again; absent means 1. */
  attempt?: number;
  createdAt: string;
  startedAt?: string;
  updatedAt: string;
  jobs: WorkflowJob[];
}

export interface WorkflowJob {
  id: number;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped';
  startedAt?: string;
  completedAt?: string;
  steps: {
    name: string;
    number: number;
    status: 'queued' | 'in_progress' | 'completed';
    conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped';
    /** Why it failed, or what it did, for a person to read. */
    message?: string;
  }[];
}

/** An image of Amazon ECR; documents of kind `image`, id `<repository>/<digest>`. */
export interface RegistryImage {
  repository: string;
  digest: string;
  tags: string[];
  sizeInBytes: number;
  pushedAt: string;
  lastPulledAt?: string;
  mediaType: string;
  /** What it is when it is no image that runs: the type of a signature or of a bill of materials. */
  artifactType?: string;
  /** Digest of the image that this refers to, as a signature does to what is signed. */
  subject?: string;
  /** The manifest as it was pushed; absent where the world made the image itself. */
  manifest?: string;
  /** Present while the registry keeps it in the archive. */
  archivedAt?: string;
  /** Verdicts of the signing profiles that sign what is pushed. */
  signings?: {
    profileArn: string;
    status: 'COMPLETE' | 'IN_PROGRESS' | 'FAILED';
    failureCode?: string;
    failureReason?: string;
  }[];
  /** Digests of the platform manifests when the image is an index. */
  children?: { digest: string; platform: string }[];
  /** Commit of apps-sre it was built from. */
  revision?: string;
  scan: {
    status: string;
    /** Why there is no result. */
    reason?: string;
    completedAt?: string;
    counts: Record<string, number>;
    findings: {
      name: string;
      severity: string;
      package: string;
      version: string;
      fixedIn?: string;
      uri: string;
      description: string;
    }[];
  };
}

/** A Kubernetes object as stored; documents of kind `object`, id `<group>/<version>/<kind>/<namespace>/<name>`. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    uid?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    generation?: number;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
    }[];
    finalizers?: string[];
  };
  spec?: any;
  status?: any;
  data?: any;
}

/** A fault that the control address turned on for one simulator (DESIGN: slow, 401, 429, 500, cut, hang, empty, paged). */
export interface Weather {
  kind:
    | 'clear'
    | 'slow'
    | '401'
    | '403'
    | '404'
    | '429'
    | '500'
    | 'cut'
    | 'hang'
    | 'down'
    | 'empty'
    | 'paged';
  /** Only requests whose path starts with this. */
  path?: string;
  /** For `slow`: milliseconds of delay. */
  delay?: number;
}

/** Everything a simulator is handed. */
export interface World {
  readonly clock: Clock;
  readonly store: DocumentStore;
  readonly events: WorldEvents;
  readonly ticker: Ticker;
  readonly repositories: Repositories;
  readonly weather: {
    get(simulator: string): Weather;
    set(simulator: string, weather: Weather): void;
  };
  /** The addresses of all simulators, once they listen: name to `http://localhost:PORT`. */
  readonly addresses: Map<string, string>;
  readonly log: (message: string) => void;
}

/** One simulated upstream: an express application that `main` listens with, and steps it registered with the ticker. */
export interface Simulator {
  readonly name: string;
  readonly app: import('express').Express;
  /** For upgrades and long streams: called before the listener closes. */
  close?(): Promise<void>;
}
