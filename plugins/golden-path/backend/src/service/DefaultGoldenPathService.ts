import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type NameAvailability,
  type Plan,
  refuseServiceName,
} from '@shopstack/plugin-golden-path-common';
import {
  type PlanningService,
  findCatalogNameConflicts,
} from '@shopstack/plugin-golden-path-node';
import type { GoldenPathService } from './GoldenPathService';

/** Plans with the portal's own access to the repositories, and asks the catalog as the caller. */
export class DefaultGoldenPathService implements GoldenPathService {
  readonly #catalog: CatalogService;
  readonly #planning: PlanningService;

  constructor(options: { catalog: CatalogService; planning: PlanningService }) {
    this.#catalog = options.catalog;
    this.#planning = options.planning;
  }

  async plan(
    request: { template: string; values: unknown },
    { signal }: { signal?: AbortSignal },
  ): Promise<Plan> {
    return this.#planning.plan(request, { signal });
  }

  async checkName(
    name: string,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<NameAvailability> {
    const problem = refuseServiceName(name);
    if (problem) {
      return { name, available: false, takenBy: [], problem };
    }
    const { credentials, signal } = options;
    const [inCatalog, inRepositories] = await Promise.all([
      findCatalogNameConflicts(this.#catalog, name, credentials),
      this.#planning.findNameConflicts(name, { signal }),
    ]);
    const takenBy = [...inCatalog, ...inRepositories];
    return { name, available: takenBy.length === 0, takenBy };
  }
}
