import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import {
  type Workload,
  workloadReadPermission,
} from '@shopstack/plugin-workloads-common';
import type {
  WorkloadsService,
  WorkloadsServiceOptions,
} from './WorkloadsService';

/** Asks the policy before anything else happens. */
export class AuthorizedWorkloadsService implements WorkloadsService {
  readonly #service: WorkloadsService;
  readonly #permissions: PermissionsService;

  constructor(service: WorkloadsService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listWorkloads(
    entityRef: CompoundEntityRef,
    options: WorkloadsServiceOptions,
  ): Promise<Observed<Workload>> {
    await this.#require(options);
    return this.#service.listWorkloads(entityRef, options);
  }

  async listFleet(
    options: WorkloadsServiceOptions,
  ): Promise<Observed<Workload>> {
    await this.#require(options);
    return this.#service.listFleet(options);
  }

  async #require({ credentials }: WorkloadsServiceOptions): Promise<void> {
    await requirePermission(
      this.#permissions,
      workloadReadPermission,
      credentials,
    );
  }
}
