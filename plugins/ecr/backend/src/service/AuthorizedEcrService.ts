import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ecrImageReadPermission } from '@shopstack/plugin-ecr-common';
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

  async listImages(...args: Parameters<EcrService['listImages']>) {
    await this.#require(args[2].credentials);
    return this.#service.listImages(...args);
  }

  async getImageDetails(...args: Parameters<EcrService['getImageDetails']>) {
    await this.#require(args[2].credentials);
    return this.#service.getImageDetails(...args);
  }

  async listFindings(...args: Parameters<EcrService['listFindings']>) {
    await this.#require(args[2].credentials);
    return this.#service.listFindings(...args);
  }

  async listServiceScans(...args: Parameters<EcrService['listServiceScans']>) {
    await this.#require(args[1].credentials);
    return this.#service.listServiceScans(...args);
  }

  #require(credentials: BackstageCredentials): Promise<void> {
    return requirePermission(
      this.#permissions,
      ecrImageReadPermission,
      credentials,
    );
  }
}
