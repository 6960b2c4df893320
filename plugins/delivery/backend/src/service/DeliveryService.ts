import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  DeliveryActivity,
  DeliveryServices,
  DeliveryStrip,
} from '@shopstack/plugin-delivery-common';
import type { Observed } from '@shopstack/plugin-kit-common';

export interface DeliveryServiceOptions {
  credentials: BackstageCredentials;
}

/** What this backend promises about the way of a change. Everything is read on behalf of the caller. */
export interface DeliveryService {
  /**
   * One service over its environments.
   *
   * @throws NotAllowedError without `delivery.read`; NotFoundError when the caller may not see the entity. Faults of
   *   sources stand in the answer.
   */
  getStrip(
    entityRef: CompoundEntityRef,
    options: DeliveryServiceOptions,
  ): Promise<DeliveryStrip>;

  /** All services that the caller may read, by title; with `ownedBy`, those of these owners. Without pods and builds. */
  listServices(
    filter: { ownedBy?: string[] },
    options: DeliveryServiceOptions,
  ): Promise<DeliveryServices>;

  /** Deployments of all services that the caller may read, newest first. */
  listActivity(
    filter: { limit: number },
    options: DeliveryServiceOptions,
  ): Promise<Observed<DeliveryActivity>>;
}
