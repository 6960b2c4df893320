import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { requirePermission } from '@shopstack/plugin-kit-node';
import {
  type SloList,
  type SloQueryFilter,
  sloFleetReadPermission,
  sloReadPermission,
} from '@shopstack/plugin-slo-common';
import type { Caller, SloService } from './SloService';

/** Asks the policy before anything else happens. */
export class AuthorizedSloService implements SloService {
  readonly #service: SloService;
  readonly #permissions: PermissionsService;

  constructor(service: SloService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async listSlos(...[entityRef, caller]: Parameters<SloService['listSlos']>) {
    await this.#requireRead(caller);
    return this.#service.listSlos(entityRef, caller);
  }

  /** Who may not see objectives of no entity is shown the others. */
  async listAllSlos(
    filter: SloQueryFilter,
    { credentials }: Caller,
  ): Promise<SloList> {
    await this.#requireRead({ credentials });
    const includeUnowned = await this.#maySeeUnowned({ credentials });
    return this.#service.listAllSlos(filter, { credentials, includeUnowned });
  }

  async getSlo(
    ...[entityRef, reference, caller]: Parameters<SloService['getSlo']>
  ) {
    await this.#requireRead(caller);
    return this.#service.getSlo(entityRef, reference, caller);
  }

  async getChart(
    ...[entityRef, question, caller]: Parameters<SloService['getChart']>
  ) {
    await this.#requireRead(caller);
    return this.#service.getChart(entityRef, question, caller);
  }

  async listDeployments(
    ...[entityRef, question, caller]: Parameters<SloService['listDeployments']>
  ) {
    await this.#requireRead(caller);
    return this.#service.listDeployments(entityRef, question, caller);
  }

  #requireRead({ credentials }: Caller): Promise<void> {
    return requirePermission(this.#permissions, sloReadPermission, credentials);
  }

  async #maySeeUnowned({ credentials }: Caller): Promise<boolean> {
    try {
      await requirePermission(
        this.#permissions,
        sloFleetReadPermission,
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
