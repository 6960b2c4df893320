import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type {
  DeliveryActivity,
  DeliveryServices,
  DeliveryStrip,
} from './types';

/** The joined view of what is delivered where. */
export interface DeliveryApi {
  /**
   * One service over its environments.
   *
   * @throws ResponseError 403 without `delivery.read`, 404 when the caller may not see the entity.
   */
  getStrip(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<DeliveryStrip>;

  /** All services that the caller may read, by title. With `ownedBy`, only those of these owners (entity references). */
  listServices(
    filter?: { ownedBy?: string[] },
    options?: ApiRequestOptions,
  ): Promise<DeliveryServices>;

  /** Recent deployments of all services that the caller may read, newest first. */
  listActivity(
    filter?: { limit?: number },
    options?: ApiRequestOptions,
  ): Promise<Observed<DeliveryActivity>>;
}
