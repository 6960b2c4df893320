import type { PermissionsService } from '@backstage/backend-plugin-api';
import { deliveryReadPermission } from '@shopstack/plugin-delivery-common';
import { requirePermission } from '@shopstack/plugin-kit-node';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';

/** Asks the policy before anything else happens. */
export class AuthorizedDeliveryService implements DeliveryService {
  readonly #service: DeliveryService;
  readonly #permissions: PermissionsService;

  constructor(service: DeliveryService, permissions: PermissionsService) {
    this.#service = service;
    this.#permissions = permissions;
  }

  async getStrip(
    ...[entityRef, options]: Parameters<DeliveryService['getStrip']>
  ) {
    await this.#require(options);
    return this.#service.getStrip(entityRef, options);
  }

  async listServices(
    ...[filter, options]: Parameters<DeliveryService['listServices']>
  ) {
    await this.#require(options);
    return this.#service.listServices(filter, options);
  }

  async listActivity(
    ...[filter, options]: Parameters<DeliveryService['listActivity']>
  ) {
    await this.#require(options);
    return this.#service.listActivity(filter, options);
  }

  #require({ credentials }: DeliveryServiceOptions) {
    return requirePermission(
      this.#permissions,
      deliveryReadPermission,
      credentials,
    );
  }
}
