import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ArgocdApplication,
  argocdApplicationReadPermission,
} from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import type { ArgocdService } from './ArgocdService';

/** Asks the policy before anything else happens. */
export class AuthorizedArgocdService implements ArgocdService {
  readonly #service: ArgocdService;
  readonly #permissions: PermissionsService;

  constructor(service: ArgocdService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listApplications(
    entityRef: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<ArgocdApplication>> {
    await requirePermission(
      this.#permissions,
      argocdApplicationReadPermission,
      options.credentials,
    );
    return this.#service.listApplications(entityRef, options);
  }
}
