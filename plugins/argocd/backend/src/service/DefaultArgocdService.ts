import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ArgocdApplication,
  ArgocdApplicationId,
  ArgocdApplicationSummary,
  ArgocdFleetQuery,
} from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { requireEntity } from '@shopstack/plugin-kit-node';
import type { ApplicationDetails } from './ApplicationDetails';
import type { ArgocdService } from './ArgocdService';
import type { EntityApplications } from './EntityApplications';
import type { Fleet } from './Fleet';
import type { OwnerActions } from './OwnerActions';
import { parseSelection } from './parseSelection';

export interface DefaultArgocdServiceOptions {
  catalog: CatalogService;
  applications: EntityApplications;
  details: ApplicationDetails;
  fleet: Fleet;
  actions: OwnerActions;
}

/** Puts together what the parts tell. */
export class DefaultArgocdService implements ArgocdService {
  readonly #options: DefaultArgocdServiceOptions;

  constructor(options: DefaultArgocdServiceOptions) {
    this.#options = options;
  }

  async listApplications(
    entityRef: CompoundEntityRef,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Observed<ArgocdApplication>> {
    const { catalog, applications, details } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const selection = parseSelection(entity);
    const join = details.begin(entityRef, credentials);
    const { found, unknown } = await applications.observe(selection);
    return {
      items: (await join(found)).sort(byName),
      sources: [...found.sources, ...unknown],
    };
  }

  async listFleet(
    query: ArgocdFleetQuery,
    options: { credentials: BackstageCredentials; includeUnowned: boolean },
  ): Promise<Observed<ArgocdApplicationSummary>> {
    return this.#options.fleet.list(query, options);
  }

  async refresh(
    entityRef: CompoundEntityRef,
    { hard, ...id }: ArgocdApplicationId & { hard: boolean },
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<void> {
    const { catalog, actions } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    await actions.refresh(parseSelection(entity), id, { hard });
  }

  async sync(
    entityRef: CompoundEntityRef,
    { prune, ...id }: ArgocdApplicationId & { prune: boolean },
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<void> {
    const { catalog, actions } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    await actions.sync(parseSelection(entity), id, { prune });
  }
}

function byName(a: ArgocdApplication, b: ArgocdApplication): number {
  return a.name.localeCompare(b.name) || a.instance.localeCompare(b.instance);
}
