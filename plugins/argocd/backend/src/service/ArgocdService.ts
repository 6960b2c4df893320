import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';

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
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<ArgocdApplication>>;
}
