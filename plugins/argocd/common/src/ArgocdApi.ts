import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type { ArgocdApplication } from './types';

/** The Argo CD applications of an entity, over all configured instances. */
export interface ArgocdApi {
  /**
   * The applications that the entity's annotations select. Each instance is a source of its own: one that is down
   * does not hide the others.
   *
   * @throws ResponseError 400 when the entity selects nothing or its selector is malformed, 403 without
   *   `argocd.application.read`, 404 when the caller may not see the entity.
   */
  listApplications(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<ArgocdApplication>>;
}
