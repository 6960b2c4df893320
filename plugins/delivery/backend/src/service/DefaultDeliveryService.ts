import {
  type CompoundEntityRef,
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Build } from '@shopstack/plugin-builds-common';
import { mergeObserved } from '@shopstack/plugin-kit-common';
import { requireEntity } from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { joinActivity } from '../join/joinActivity';
import { joinStrip } from '../join/joinStrip';
import type { SiblingSource } from '../sources/SiblingSource';
import { commitUrls } from './commitUrls';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
import { listComponents } from './listComponents';
import { uniqueTroubles } from './uniqueTroubles';

export interface DefaultDeliveryServiceOptions {
  catalog: CatalogService;
  applications: Pick<SiblingSource<ArgocdApplication>, 'read'>;
  builds: Pick<SiblingSource<Build>, 'read'>;
  workloads: Pick<SiblingSource<Workload>, 'read'>;
  environments: readonly string[];
  maxServices: number;
}

const relation = (entity: Entity, type: string) =>
  entity.relations?.find(each => each.type === type)?.targetRef;

/** Joins what the sibling backends and the cluster say of a service. */
export class DefaultDeliveryService implements DeliveryService {
  readonly #options: DefaultDeliveryServiceOptions;

  constructor(options: DefaultDeliveryServiceOptions) {
    this.#options = options;
  }

  async getStrip(
    entityRef: CompoundEntityRef,
    { credentials }: DeliveryServiceOptions,
  ) {
    const { catalog, environments } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const ref = stringifyEntityRef(entity);
    const [applications, workloads, builds] = await Promise.all([
      this.#options.applications.read(ref, credentials),
      this.#options.workloads.read(ref, credentials),
      this.#options.builds.read(ref, credentials),
    ]);
    return joinStrip({
      applications,
      workloads,
      builds,
      order: environments,
      commitUrl: commitUrls(entity),
    });
  }

  async listServices(
    { ownedBy }: { ownedBy?: string[] },
    { credentials }: DeliveryServiceOptions,
  ) {
    const { applications, environments, maxServices } = this.#options;
    const { entities, truncated } = await listComponents(
      this.#options.catalog,
      {
        ownedBy,
        limit: maxServices,
        credentials,
      },
    );
    const items = await Promise.all(
      entities.map(async entity => {
        const ref = stringifyEntityRef(entity);
        return {
          entityRef: ref,
          title: entity.metadata.title ?? entity.metadata.name,
          owner: relation(entity, RELATION_OWNED_BY),
          system: relation(entity, RELATION_PART_OF),
          ...joinStrip({
            applications: await applications.read(ref, credentials),
            order: environments,
            commitUrl: commitUrls(entity),
          }),
        };
      }),
    );
    return {
      items,
      sources: uniqueTroubles(items.flatMap(item => item.sources)),
      truncated,
    };
  }

  async listActivity(
    { limit }: { limit: number },
    { credentials }: DeliveryServiceOptions,
  ) {
    const { applications, maxServices } = this.#options;
    const { entities } = await listComponents(this.#options.catalog, {
      limit: maxServices,
      credentials,
    });
    const answers = await Promise.all(
      entities.map(async entity => {
        const entityRef = stringifyEntityRef(entity);
        const title = entity.metadata.title ?? entity.metadata.name;
        const { items, sources } = await applications.read(
          entityRef,
          credentials,
        );
        return { items: joinActivity({ entityRef, title }, items), sources };
      }),
    );
    const { items, sources } = mergeObserved(answers);
    return {
      items: items
        .sort((a, b) => b.deployedAt.localeCompare(a.deployedAt))
        .slice(0, limit),
      sources: uniqueTroubles(sources),
    };
  }
}
