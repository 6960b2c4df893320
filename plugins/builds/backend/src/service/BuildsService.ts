import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Build } from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';

/** What this backend promises about builds. */
export interface BuildsService {
  /**
   * The latest builds of all executors that the entity names, newest first.
   *
   * @throws NotAllowedError without `builds.build.read`; NotFoundError when the caller may not see the entity;
   *   InputError when it names no project, or only malformed ones. Faults of an executor stand in the answer.
   */
  listBuilds(
    entityRef: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Observed<Build>>;
}
