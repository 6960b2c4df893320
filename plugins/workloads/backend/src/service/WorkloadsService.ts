import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Observed } from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';

export interface WorkloadsServiceOptions {
  credentials: BackstageCredentials;
}

/** What this backend promises about workloads. Each cluster is a source of its own. */
export interface WorkloadsService {
  /**
   * The workloads of the service that the entity describes, by environment's place and name.
   *
   * @throws NotAllowedError without `workloads.workload.read`; NotFoundError when the caller may not see the entity;
   *   InputError when it describes no service or its annotations are malformed. Faults of clusters stand in the answer.
   */
  listWorkloads(
    entityRef: CompoundEntityRef,
    options: WorkloadsServiceOptions,
  ): Promise<Observed<Workload>>;

  /**
   * Those of all services, as the collector saw them.
   *
   * @throws NotAllowedError without `workloads.workload.read`.
   */
  listFleet(options: WorkloadsServiceOptions): Promise<Observed<Workload>>;
}
