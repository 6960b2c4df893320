import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requireEntity } from '@shopstack/plugin-kit-node';
import type {
  EntitySlos,
  SloChart,
  SloDeployment,
  SloDetail,
  SloList,
  SloReference,
  SloSummary,
} from '@shopstack/plugin-slo-common';
import type { SloContext, SloDetails } from '../details';
import type { AllSlos } from './AllSlos';
import type { EntityObjectives } from './EntityObjectives';
import { mergeSources } from './mergeSources';
import type { Caller, SloService } from './SloService';

export interface DefaultSloServiceOptions {
  catalog: CatalogService;
  objectives: EntityObjectives;
  all: AllSlos;
  details: SloDetails;
}

/** Puts together what the parts tell. */
export class DefaultSloService implements SloService {
  readonly #options: DefaultSloServiceOptions;

  constructor(options: DefaultSloServiceOptions) {
    this.#options = options;
  }

  async listSlos(
    entityRef: CompoundEntityRef,
    { credentials }: Caller,
  ): Promise<EntitySlos> {
    const { catalog, objectives } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    return objectives.list(entity);
  }

  async listAllSlos(
    ...[filter, options]: Parameters<SloService['listAllSlos']>
  ): Promise<SloList> {
    return this.#options.all.list(filter, options);
  }

  async getSlo(
    ...[entityRef, reference, caller]: Parameters<SloService['getSlo']>
  ): Promise<Observed<SloDetail>> {
    return this.#withSlo(entityRef, reference, caller, (slo, context) =>
      this.#options.details.getSlo(slo, context),
    );
  }

  async getChart(
    ...[entityRef, question, caller]: Parameters<SloService['getChart']>
  ): Promise<Observed<SloChart>> {
    const { chart, range } = question;
    return this.#withSlo(entityRef, question, caller, (slo, context) =>
      this.#options.details.getChart(slo, chart, range, context),
    );
  }

  async listDeployments(
    ...[entityRef, question, caller]: Parameters<SloService['listDeployments']>
  ): Promise<Observed<SloDeployment>> {
    return this.#withSlo(entityRef, question, caller, (slo, context) =>
      this.#options.details.listDeployments(slo, question.range, context),
    );
  }

  /** Asks for more of an objective that is the entity's own. */
  async #withSlo<T>(
    entityRef: CompoundEntityRef,
    reference: SloReference,
    { credentials }: Caller,
    ask: (slo: SloSummary, context: SloContext) => Promise<Observed<T>>,
  ): Promise<Observed<T>> {
    const { catalog, objectives } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const own = await objectives.list(entity);
    const slo = own.items.find(
      ({ instance, id }) =>
        instance === reference.instance && id === reference.id,
    );
    if (!slo) {
      return nothingOf(entity, reference, own);
    }
    const { items, sources } = await ask(slo, { entity, credentials });
    return { items, sources: mergeSources([...own.sources, ...sources]) };
  }
}

/** What one cannot find while a source does not answer may be there. */
function nothingOf(
  entity: Entity,
  { instance, id }: SloReference,
  { sources }: EntitySlos,
): Observed<never> {
  if (sources.some(({ state }) => state === 'unavailable')) {
    return { items: [], sources };
  }
  throw new NotFoundError(
    `${stringifyEntityRef(entity)} has no objective '${id}' in ${instance}`,
  );
}
