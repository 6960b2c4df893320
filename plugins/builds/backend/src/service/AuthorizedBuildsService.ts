import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type Build,
  type BuildDetails,
  type BuildId,
  type BuildLog,
  type BuildLogLine,
  type BuildPage,
  type BuildQuery,
  buildReadPermission,
  buildRetryPermission,
  buildStartPermission,
  buildStopPermission,
} from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  requireEntityPermission,
  requirePermission,
} from '@shopstack/plugin-kit-node';
import type {
  BuildsService,
  CallOptions,
  StartRequest,
  UserCallOptions,
} from './BuildsService';

type EntityPermission = Parameters<typeof requireEntityPermission>[1];

/** Asks the policy before anything else happens: reading is one permission, each action is one on the very entity. */
export class AuthorizedBuildsService implements BuildsService {
  readonly #service: BuildsService;
  readonly #permissions: PermissionsService;

  constructor(service: BuildsService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listBuilds(
    entityRef: CompoundEntityRef,
    query: BuildQuery,
    options: CallOptions,
  ): Promise<BuildPage> {
    await this.#mayRead(options);
    return this.#service.listBuilds(entityRef, query, options);
  }

  async getBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: CallOptions,
  ): Promise<Observed<BuildDetails>> {
    await this.#mayRead(options);
    return this.#service.getBuild(entityRef, build, options);
  }

  async readLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    query: { cursor?: string },
    options: CallOptions,
  ): Promise<BuildLog> {
    await this.#mayRead(options);
    return this.#service.readLog(entityRef, build, query, options);
  }

  async readLogTail(
    entityRef: CompoundEntityRef,
    build: BuildId,
    query: { lines: number },
    options: CallOptions,
  ): Promise<Observed<BuildLogLine>> {
    await this.#mayRead(options);
    return this.#service.readLogTail(entityRef, build, query, options);
  }

  async downloadLog(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: CallOptions,
  ): Promise<AsyncIterable<string>> {
    await this.#mayRead(options);
    return this.#service.downloadLog(entityRef, build, options);
  }

  async startBuild(
    entityRef: CompoundEntityRef,
    request: StartRequest,
    options: UserCallOptions,
  ): Promise<Build> {
    await this.#may(buildStartPermission, entityRef, options);
    return this.#service.startBuild(entityRef, request, options);
  }

  async retryBuild(
    entityRef: CompoundEntityRef,
    request: BuildId & { idempotencyKey: string },
    options: UserCallOptions,
  ): Promise<Build> {
    await this.#may(buildRetryPermission, entityRef, options);
    return this.#service.retryBuild(entityRef, request, options);
  }

  async stopBuild(
    entityRef: CompoundEntityRef,
    build: BuildId,
    options: UserCallOptions,
  ): Promise<Build> {
    await this.#may(buildStopPermission, entityRef, options);
    return this.#service.stopBuild(entityRef, build, options);
  }

  #mayRead({ credentials }: CallOptions): Promise<void> {
    return requirePermission(
      this.#permissions,
      buildReadPermission,
      credentials,
    );
  }

  #may(
    permission: EntityPermission,
    entityRef: CompoundEntityRef,
    { credentials }: CallOptions,
  ): Promise<void> {
    return requireEntityPermission(
      this.#permissions,
      permission,
      entityRef,
      credentials,
    );
  }
}
