import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Observed } from '@shopstack/plugin-kit-common';
import type {
  EntitySlos,
  SloChart,
  SloChartName,
  SloChartRange,
  SloDeployment,
  SloDetail,
  SloList,
  SloQueryFilter,
  SloReference,
} from '@shopstack/plugin-slo-common';

/** On whose behalf is asked. */
export interface Caller {
  credentials: BackstageCredentials;
}

/**
 * What this backend promises about objectives. Every method throws NotAllowedError without `slo.read`. Those of an entity
 * throw NotFoundError when the caller may not see it or the objective is none of its own, and InputError when it names no
 * service and no file of objectives. Faults of sources stand in the answer.
 */
export interface SloService {
  /** The objectives of an entity, the worst first; those that its files state and nobody records are among them. */
  listSlos(entityRef: CompoundEntityRef, caller: Caller): Promise<EntitySlos>;

  /**
   * The recorded objectives of the entities that the caller may read, the worst first; `includeUnowned` adds those of no
   * entity.
   */
  listAllSlos(
    filter: SloQueryFilter,
    options: Caller & { includeUnowned: boolean },
  ): Promise<SloList>;

  /** `items` is empty only when a source does not answer and never did. */
  getSlo(
    entityRef: CompoundEntityRef,
    reference: SloReference,
    caller: Caller,
  ): Promise<Observed<SloDetail>>;

  /** `items` holds one, or none when there is nothing to draw or a source does not answer. */
  getChart(
    entityRef: CompoundEntityRef,
    question: SloReference & { chart: SloChartName; range: SloChartRange },
    caller: Caller,
  ): Promise<Observed<SloChart>>;

  /** Newest first. */
  listDeployments(
    entityRef: CompoundEntityRef,
    question: SloReference & { range: SloChartRange },
    caller: Caller,
  ): Promise<Observed<SloDeployment>>;
}
