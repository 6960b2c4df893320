import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type NameAvailability,
  type Plan,
  goldenPathPlanPermission,
} from '@shopstack/plugin-golden-path-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import type { GoldenPathService } from './GoldenPathService';

type Options = { credentials: BackstageCredentials; signal?: AbortSignal };

/** Asks the policy before anything else happens. */
export class AuthorizedGoldenPathService implements GoldenPathService {
  readonly #service: GoldenPathService;
  readonly #permissions: PermissionsService;

  constructor(service: GoldenPathService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async plan(
    request: { template: string; values: unknown },
    options: Options,
  ): Promise<Plan> {
    await this.#authorize(options);
    return this.#service.plan(request, options);
  }

  async checkName(name: string, options: Options): Promise<NameAvailability> {
    await this.#authorize(options);
    return this.#service.checkName(name, options);
  }

  #authorize({ credentials }: Options): Promise<void> {
    return requirePermission(
      this.#permissions,
      goldenPathPlanPermission,
      credentials,
    );
  }
}
