import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
import type { Workload } from './types';

/** What runs in the clusters, as this portal's collector last saw it. Each cluster is a source of its own. */
export interface WorkloadsApi {
  /**
   * The workloads of the service that the entity describes, in all environments.
   *
   * @throws ResponseError 400 when the entity describes no service, 403 without `workloads.workload.read`, 404 when the
   *   caller may not see the entity.
   */
  listWorkloads(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<Workload>>;

  /** The workloads of all services; for other backends of the portal alone (403 for a person). */
  listFleet(options?: ApiRequestOptions): Promise<Observed<Workload>>;
}
