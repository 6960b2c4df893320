import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type EcrImage,
  ecrImageReadPermission,
} from '@shopstack/plugin-ecr-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import type { EcrService } from './EcrService';

/** Asks the policy before anything else happens. */
export class AuthorizedEcrService implements EcrService {
  readonly #service: EcrService;
  readonly #permissions: PermissionsService;

  constructor(service: EcrService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listImages(
    entityRef: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<EcrImage>> {
    await requirePermission(
      this.#permissions,
      ecrImageReadPermission,
      options.credentials,
    );
    return this.#service.listImages(entityRef, options);
  }
}
