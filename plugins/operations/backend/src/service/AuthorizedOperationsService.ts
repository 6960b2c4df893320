import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { requirePermission } from '@shopstack/plugin-kit-node';
import {
  linkReadPermission,
  secretReadPermission,
} from '@shopstack/plugin-operations-common';
import type {
  OperationsService,
  OperationsServiceOptions,
} from './OperationsService';

/** Asks the policy before anything else happens. */
export class AuthorizedOperationsService implements OperationsService {
  readonly #service: OperationsService;
  readonly #permissions: PermissionsService;

  constructor(service: OperationsService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listLinks(
    entityRef: CompoundEntityRef,
    options: OperationsServiceOptions,
  ) {
    await requirePermission(
      this.#permissions,
      linkReadPermission,
      options.credentials,
    );
    return this.#service.listLinks(entityRef, options);
  }

  async listSecrets(
    entityRef: CompoundEntityRef,
    options: OperationsServiceOptions,
  ) {
    await requirePermission(
      this.#permissions,
      secretReadPermission,
      options.credentials,
    );
    return this.#service.listSecrets(entityRef, options);
  }
}
