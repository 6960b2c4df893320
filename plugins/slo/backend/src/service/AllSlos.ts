import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { SLO_SERVICE_ANNOTATION } from '@shopstack/plugin-kit-common';
import {
  compareSlos,
  SLO_STATES,
  type SloList,
  type SloQueryFilter,
  type SloState,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import type { Overviews } from '../overview/Overviews';
import { EntityIndex } from './EntityIndex';
import { withOwner } from './SloOwner';
import { fits } from './sloFilter';
import type { Caller } from './SloService';

export interface AllSlosOptions {
  catalog: CatalogService;
  overviews: Overviews;
}

/** All recorded objectives, joined to the entities that the caller may read. */
export class AllSlos {
  readonly #options: AllSlosOptions;

  constructor(options: AllSlosOptions) {
    this.#options = options;
  }

  async list(
    filter: SloQueryFilter,
    { credentials, includeUnowned }: Caller & { includeUnowned: boolean },
  ): Promise<SloList> {
    const { instance, state: states } = filter;
    const [{ items, sources }, entities] = await Promise.all([
      this.#options.overviews.observe(instance === undefined ? [] : [instance]),
      this.#readEntities(credentials),
    ]);
    const fitting: SloSummary[] = [];
    const totals = noTotals();
    for (const slo of items) {
      const owner = entities.find(slo);
      if ((owner || includeUnowned) && fits(filter, slo, owner)) {
        totals[slo.state] += 1;
        if (!states?.length || states.includes(slo.state)) {
          fitting.push(withOwner(slo, owner));
        }
      }
    }
    return { items: fitting.sort(compareSlos), sources, totals };
  }

  async #readEntities(
    credentials: Caller['credentials'],
  ): Promise<EntityIndex> {
    const index = new EntityIndex();
    const pages = this.#options.catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${SLO_SERVICE_ANNOTATION}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          'metadata.annotations',
          'relations',
        ],
      },
      { credentials },
    );
    for await (const page of pages) {
      page.forEach(entity => index.add(entity));
    }
    return index;
  }
}

function noTotals(): Record<SloState, number> {
  return Object.fromEntries(SLO_STATES.map(state => [state, 0])) as Record<
    SloState,
    number
  >;
}
