import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ApiRequestOptions, Observed } from '@shopstack/plugin-kit-common';
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
} from './types';

/**
 * The service level objectives of the catalog's entities. Every method throws ResponseError 400 when a parameter is
 * malformed; 403 without the permission; those of an entity 400 when it names no SLO service or file, and 404 when the
 * caller may not see it or the objective is none of its own. A fault of Prometheus is a state of a source, never an
 * error.
 */
export interface SloApi {
  /** The objectives of an entity, the worst first, with what is wrong in its SLO files. */
  listSlos(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<EntitySlos>;

  /** The objectives of all entities that the caller may read; the platform team sees those of none as well. */
  listAllSlos(
    filter?: SloQueryFilter,
    options?: ApiRequestOptions,
  ): Promise<SloList>;

  /** One objective: `items` holds one, or none when a source does not answer and never did. */
  getSlo(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloDetail>>;

  /** One chart of an objective; `items` holds one, or none when a source does not answer. */
  getChart(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    chart: SloChartName,
    range: SloChartRange,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloChart>>;

  /** Deployments of the objective's service and environment within a range, newest first. */
  listDeployments(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    range: SloChartRange,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloDeployment>>;
}
