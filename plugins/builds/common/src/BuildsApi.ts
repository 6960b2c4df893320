import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type {
  Build,
  BuildDetails,
  BuildExecutorName,
  BuildLog,
  BuildPage,
  BuildQuery,
} from './types';

/** Names one build of an entity. */
export interface BuildId {
  executor: BuildExecutorName;
  id: string;
}

/**
 * The builds of an entity, of all executors. Every method throws ResponseError 400 when the entity names no project or
 * a malformed one, or a parameter is malformed; 403 without the permission; 404 when the caller may not see the
 * entity, or the build is not of its projects.
 */
export interface BuildsApi {
  /** The builds of every executor that the entity names, newest first. */
  listBuilds(
    entityRef: string | CompoundEntityRef,
    query?: BuildQuery,
    options?: ApiRequestOptions,
  ): Promise<BuildPage>;

  /** What is known of one build beyond its row; one item, or none while it cannot be read. */
  getBuild(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options?: ApiRequestOptions,
  ): Promise<Observed<BuildDetails>>;

  /** The log from the cursor on, or from its beginning. */
  readLog(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    query?: { cursor?: string },
    options?: ApiRequestOptions,
  ): Promise<BuildLog>;

  /** The whole log as text, without colours. */
  downloadLog(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options?: ApiRequestOptions,
  ): Promise<Blob>;

  /**
   * Starts a build; owner only. `sourceVersion` is a branch, a tag or a commit, by default the project's own.
   * Repeating the request with the same key starts nothing more and answers the same build.
   *
   * @throws ResponseError 409 when the executor refuses, 503 when it does not answer: then nothing is known to have
   *   started, and the same key may be sent again.
   */
  startBuild(
    entityRef: string | CompoundEntityRef,
    request: {
      projectKey: string;
      sourceVersion?: string;
      idempotencyKey: string;
    },
    options?: ApiRequestOptions,
  ): Promise<Build>;

  /** Runs a build that is over once more; owner only; idempotent and failing like `startBuild`. */
  retryBuild(
    entityRef: string | CompoundEntityRef,
    build: BuildId & { idempotencyKey: string },
    options?: ApiRequestOptions,
  ): Promise<Build>;

  /** Stops a build; owner only. One that is over already is answered as it is. */
  stopBuild(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options?: ApiRequestOptions,
  ): Promise<Build>;
}
