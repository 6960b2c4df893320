import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  ServiceLinks,
  ServiceSecrets,
} from '@shopstack/plugin-operations-common';

export interface OperationsServiceOptions {
  credentials: BackstageCredentials;
}

/** What this backend promises to those who operate a service. */
export interface OperationsService {
  /**
   * Links by environment, and who is on call.
   *
   * @throws NotAllowedError without `operations.link.read`; NotFoundError when the caller may not see the entity;
   *   InputError when it describes no service.
   */
  listLinks(
    entityRef: CompoundEntityRef,
    options: OperationsServiceOptions,
  ): Promise<ServiceLinks>;

  /**
   * Names and ages of the service's secrets, the oldest first.
   *
   * @throws NotAllowedError without `operations.secret.read`; NotFoundError when the caller may not see the entity;
   *   InputError when nothing says which secrets or which AWS account. Faults of AWS stand in the answer.
   */
  listSecrets(
    entityRef: CompoundEntityRef,
    options: OperationsServiceOptions,
  ): Promise<ServiceSecrets>;
}
