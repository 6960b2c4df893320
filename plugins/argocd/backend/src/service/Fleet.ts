import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ArgocdApplicationSummary,
  ArgocdFleetQuery,
} from '@shopstack/plugin-argocd-common';
import {
  ARGOCD_APP_NAME_ANNOTATION,
  ARGOCD_APP_SELECTOR_ANNOTATION,
  type Observed,
} from '@shopstack/plugin-kit-common';
import type { FleetApplication } from '../store/FleetApplication';
import type { FleetStore } from '../store/FleetStore';
import { type ApplicationOwner, EntityIndex } from './EntityIndex';
import type { FleetSources } from './FleetSources';

export interface FleetOptions {
  catalog: CatalogService;
  store: FleetStore;
  sources: FleetSources;
  /** Page of an application in Argo CD. */
  urlOf(application: FleetApplication): string;
}

/** All applications of all instances, as the stream last told, joined to the entities that the caller may read. */
export class Fleet {
  readonly #options: FleetOptions;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  async list(
    query: ArgocdFleetQuery,
    options: { credentials: BackstageCredentials; includeUnowned: boolean },
  ): Promise<Observed<ArgocdApplicationSummary>> {
    const { store, sources } = this.#options;
    const [applications, entities, statuses] = await Promise.all([
      store.list(query),
      this.#readEntities(options.credentials),
      sources.list(query.instance),
    ]);
    const wanted = matcher(query);
    const items = applications.flatMap(application => {
      const owner = entities.find(application);
      return (owner || options.includeUnowned) && wanted(application, owner)
        ? [this.#summarize(application, owner)]
        : [];
    });
    return { items: items.sort(byName), sources: statuses };
  }

  async #readEntities(credentials: BackstageCredentials): Promise<EntityIndex> {
    const index = new EntityIndex();
    const pages = this.#options.catalog.streamEntities(
      {
        filter: [
          ARGOCD_APP_SELECTOR_ANNOTATION,
          ARGOCD_APP_NAME_ANNOTATION,
        ].map(annotation => ({
          [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
        })),
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

  #summarize(
    application: FleetApplication,
    owner: ApplicationOwner | undefined,
  ): ArgocdApplicationSummary {
    const { labels: _labels, ...summary } = application;
    return {
      ...summary,
      entityRef: owner?.entityRef,
      title: owner?.title,
      owner: owner?.owners[0],
      url: this.#options.urlOf(application),
    };
  }
}

/** What the store did not already narrow. */
function matcher({ search, ownedBy }: ArgocdFleetQuery) {
  const text = search?.trim().toLowerCase();
  const owners = ownedBy?.map(ref => ref.toLowerCase());
  return (application: FleetApplication, owner?: ApplicationOwner) =>
    (!text || application.name.toLowerCase().includes(text)) &&
    (!owners?.length ||
      owner?.owners.some(ref => owners.includes(ref.toLowerCase())) === true);
}

function byName(
  a: ArgocdApplicationSummary,
  b: ArgocdApplicationSummary,
): number {
  return (
    a.name.localeCompare(b.name, 'en') ||
    a.instance.localeCompare(b.instance, 'en') ||
    a.namespace.localeCompare(b.namespace, 'en')
  );
}
