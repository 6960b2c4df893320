import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type { Build } from './types';

/** The builds of an entity, of all executors. */
export interface BuildsApi {
  /**
   * The latest builds of every executor that the entity names, newest first.
   *
   * @throws ResponseError 400 when the entity names no project or a malformed one, 403 without `builds.build.read`,
   *   404 when the caller may not see the entity.
   */
  listBuilds(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<Build>>;
}
