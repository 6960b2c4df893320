import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions } from '@shopstack/plugin-kit-common';
import type { ServiceLinks, ServiceSecrets } from './types';

/** What somebody needs who operates a service, beside what runs. */
export interface OperationsApi {
  /**
   * Where to look and whom to call.
   *
   * @throws ResponseError 400 when the entity describes no service, 403 without `operations.link.read`, 404 when the
   *   caller may not see the entity.
   */
  listLinks(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<ServiceLinks>;

  /**
   * The secrets of the service by name and age, never their values.
   *
   * @throws ResponseError 400 when nothing says which secrets or which AWS account, 403 without
   *   `operations.secret.read`, 404 when the caller may not see the entity.
   */
  listSecrets(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<ServiceSecrets>;
}
