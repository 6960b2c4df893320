import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type {
  ArgocdApplication,
  ArgocdApplicationId,
  ArgocdApplicationSummary,
  ArgocdFleetQuery,
} from './types';

/**
 * The Argo CD applications of an entity, over all configured instances. Every method throws ResponseError 400 when the
 * entity selects nothing, its selector or a parameter is malformed; 403 without the permission; 404 when the caller
 * may not see the entity, or the application is none of its own.
 */
export interface ArgocdApi {
  /**
   * The applications that the entity's annotations select. Each instance is a source of its own: one that is down
   * does not hide the others.
   */
  listApplications(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<ArgocdApplication>>;

  /** The applications of every entity that the caller may read; the platform team sees those of none as well. */
  listFleet(
    query?: ArgocdFleetQuery,
    options?: ApiRequestOptions,
  ): Promise<Observed<ArgocdApplicationSummary>>;

  /**
   * Makes Argo CD compare the application with git anew; `hard` also forgets rendered manifests. Owner only.
   *
   * @throws ResponseError 409 when Argo CD refuses, 503 when it does not answer.
   */
  refresh(
    entityRef: string | CompoundEntityRef,
    request: ArgocdApplicationId & { hard?: boolean },
    options?: ApiRequestOptions,
  ): Promise<void>;

  /**
   * Makes Argo CD apply what git says; `prune` deletes what git no longer has. Owner only. Asking while an operation
   * runs answers 409.
   *
   * @throws ResponseError 409 when Argo CD refuses, 503 when it does not answer.
   */
  sync(
    entityRef: string | CompoundEntityRef,
    request: ArgocdApplicationId & { prune?: boolean },
    options?: ApiRequestOptions,
  ): Promise<void>;
}
