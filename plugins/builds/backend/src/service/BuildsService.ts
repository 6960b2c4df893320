import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  Build,
  BuildDetails,
  BuildId,
  BuildLog,
  BuildLogLine,
  BuildPage,
  BuildQuery,
} from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';

/** Who asks. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** Who asks for something to be done: a person. */
export interface UserCallOptions {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** What somebody asks to start. */
export interface StartRequest {
  projectKey: string;
  /** Branch, tag or commit; the project's own when absent. */
  sourceVersion?: string;
  idempotencyKey: string;
}

/**
 * What this backend promises about builds. Every method throws NotAllowedError without its permission; NotFoundError
 * when the caller may not see the entity or the build is not of its projects; InputError when the entity names no
 * project, or only malformed ones. Faults of an executor stand in the answers of what reads; what writes throws
 * ConflictError when it refuses and ServiceUnavailableError when it does not answer.
 */
export interface BuildsService {
  /** The builds of all executors that the entity names, newest first. */
  listBuilds(
    entityRef: CompoundEntityRef,
    query: BuildQuery,
    options: CallOptions,
  ): Promise<BuildPage>;

  /** What is known of one build beyond its row; one item, or none while it cannot be read. */
  getBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: CallOptions,
  ): Promise<Observed<BuildDetails>>;

  /** The log from the cursor on, or from its beginning. */
  readLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    query: { cursor?: string },
    options: CallOptions,
  ): Promise<BuildLog>;

  /** The last lines of the log. */
  readLogTail(
    entityRef: CompoundEntityRef,
    build: BuildId,
    query: { lines: number },
    options: CallOptions,
  ): Promise<Observed<BuildLogLine>>;

  /**
   * The whole log in pieces of text, without colours. The first piece was read when the promise resolves.
   *
   * @throws ServiceUnavailableError when the beginning cannot be read.
   */
  downloadLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: CallOptions,
  ): Promise<AsyncIterable<string>>;

  /** Starts a build; the same key starts nothing more and answers the same build. */
  startBuild(
    entityRef: CompoundEntityRef,
    request: StartRequest,
    options: UserCallOptions,
  ): Promise<Build>;

  /** Runs a build that is over once more; idempotent as `startBuild`. */
  retryBuild(
    entityRef: CompoundEntityRef,
    request: BuildId & { idempotencyKey: string },
    options: UserCallOptions,
  ): Promise<Build>;

  /** Stops a build; one that is over is answered as it is. */
  stopBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: UserCallOptions,
  ): Promise<Build>;
}
