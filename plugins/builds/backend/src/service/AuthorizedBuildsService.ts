import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type Build,
  buildReadPermission,
} from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import type { BuildsService } from './BuildsService';

/** Asks the policy before anything else happens. */
export class AuthorizedBuildsService implements BuildsService {
  readonly #service: BuildsService;
  readonly #permissions: PermissionsService;

  constructor(service: BuildsService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listBuilds(
    entityRef: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<Build>> {
    await requirePermission(
      this.#permissions,
      buildReadPermission,
      options.credentials,
    );
    return this.#service.listBuilds(entityRef, options);
  }
}
