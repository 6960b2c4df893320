import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Observed } from '@shopstack/plugin-kit-common';
import type {
  SloChart,
  SloChartName,
  SloChartRange,
  SloDeployment,
  SloDetail,
  SloSummary,
} from '@shopstack/plugin-slo-common';

/** For whom, and on whose page, an objective is shown. The caller may read the entity, and the objective is its own. */
export interface SloContext {
  entity: Entity;
  credentials: BackstageCredentials;
}

/** What is shown of one objective beyond what the lists say. A fault of a source stands in the answer. */
export interface SloDetails {
  /** `items` holds one. */
  getSlo(slo: SloSummary, context: SloContext): Promise<Observed<SloDetail>>;

  /**
   * `items` holds one, or none when the source does not answer or there is nothing to draw.
   *
   * @throws InputError when the range is malformed.
   */
  getChart(
    slo: SloSummary,
    chart: SloChartName,
    range: SloChartRange,
    context: SloContext,
  ): Promise<Observed<SloChart>>;

  /**
   * Deployments of the entity's applications in the objective's environment, newest first.
   *
   * @throws InputError when the range is malformed.
   */
  listDeployments(
    slo: SloSummary,
    range: SloChartRange,
    context: SloContext,
  ): Promise<Observed<SloDeployment>>;
}
