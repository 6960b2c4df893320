import type { CompoundEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  type ArgocdApplication,
  type ArgocdApplicationId,
  argocdApplicationReadPermission,
  argocdApplicationRefreshPermission,
  argocdApplicationSyncPermission,
  type ArgocdApplicationSummary,
  type ArgocdFleetQuery,
  argocdFleetReadPermission,
} from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import {
  requireEntityPermission,
  requirePermission,
} from '@shopstack/plugin-kit-node';
import type { ArgocdService, Caller } from './ArgocdService';

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
    caller: Caller,
  ): Promise<Observed<ArgocdApplication>> {
    await requirePermission(
      this.#permissions,
      argocdApplicationReadPermission,
      caller.credentials,
    );
    return this.#service.listApplications(entityRef, caller);
  }

  /** Who may not see applications of no entity is shown the others. */
  async listFleet(
    query: ArgocdFleetQuery,
    { credentials }: Caller,
  ): Promise<Observed<ArgocdApplicationSummary>> {
    await requirePermission(
      this.#permissions,
      argocdApplicationReadPermission,
      credentials,
    );
    const includeUnowned = await this.#maySeeUnowned({ credentials });
    return this.#service.listFleet(query, { credentials, includeUnowned });
  }

  async refresh(
    entityRef: CompoundEntityRef,
    request: ArgocdApplicationId & { hard: boolean },
    caller: Caller,
  ): Promise<void> {
    await requireEntityPermission(
      this.#permissions,
      argocdApplicationRefreshPermission,
      entityRef,
      caller.credentials,
    );
    await this.#service.refresh(entityRef, request, caller);
  }

  async sync(
    entityRef: CompoundEntityRef,
    request: ArgocdApplicationId & { prune: boolean },
    caller: Caller,
  ): Promise<void> {
    await requireEntityPermission(
      this.#permissions,
      argocdApplicationSyncPermission,
      entityRef,
      caller.credentials,
    );
    await this.#service.sync(entityRef, request, caller);
  }

  async #maySeeUnowned({ credentials }: Caller): Promise<boolean> {
    try {
      await requirePermission(
        this.#permissions,
        argocdFleetReadPermission,
        credentials,
      );
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return false;
      }
      throw error;
    }
  }
}
