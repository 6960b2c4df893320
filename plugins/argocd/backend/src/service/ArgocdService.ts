import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  ArgocdApplication,
  ArgocdApplicationId,
  ArgocdApplicationSummary,
  ArgocdFleetQuery,
} from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';

/** On whose behalf is asked. */
export interface Caller {
  credentials: BackstageCredentials;
}

/** What this backend promises about applications. */
export interface ArgocdService {
  /**
   * The applications that the entity's annotations select, by name; each instance is a source of its own.
   *
   * @throws NotAllowedError without `argocd.application.read`; NotFoundError when the caller may not see the entity;
   *   InputError when it selects nothing or its annotations are malformed. Faults of Argo CD stand in the answer.
   */
  listApplications(
    entityRef: CompoundEntityRef,
    caller: Caller,
  ): Promise<Observed<ArgocdApplication>>;

  /**
   * The applications of the entities that the caller may read, by name, as the stream last told; `includeUnowned` adds
   * those of no entity. Each instance is a source of its own.
   *
   * @throws NotAllowedError without `argocd.application.read`.
   */
  listFleet(
    query: ArgocdFleetQuery,
    options: Caller & { includeUnowned: boolean },
  ): Promise<Observed<ArgocdApplicationSummary>>;

  /**
   * Makes Argo CD compare an application of the entity with git now.
   *
   * @throws NotAllowedError for everybody but the owner; NotFoundError when the entity does not select it, before
   *   anything is asked of Argo CD; ConflictError when Argo CD refuses; ServiceUnavailableError when it does not answer.
   */
  refresh(
    entityRef: CompoundEntityRef,
    request: ArgocdApplicationId & { hard: boolean },
    caller: Caller,
  ): Promise<void>;

  /** Makes Argo CD apply what git says of an application of the entity. Throws like `refresh`. */
  sync(
    entityRef: CompoundEntityRef,
    request: ArgocdApplicationId & { prune: boolean },
    caller: Caller,
  ): Promise<void>;
}
