import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Build } from '@shopstack/plugin-builds-common';
import { mergeObserved, type Observed } from '@shopstack/plugin-kit-common';
import {
  missingAnnotation,
  type ObservedSource,
  requireEntity,
} from '@shopstack/plugin-kit-node';
import type { BuildExecutor } from './BuildExecutor';
import type { BuildsService } from './BuildsService';

export interface DefaultBuildsServiceOptions {
  catalog: CatalogService;
  executors: BuildExecutor[];
  observed: ObservedSource;
  maxAgeSeconds: number;
}

/** Reads every executor that an entity names; each project or workflow is a source of its own. */
export class DefaultBuildsService implements BuildsService {
  readonly #options: DefaultBuildsServiceOptions;

  constructor(options: DefaultBuildsServiceOptions) {
    this.#options = options;
  }

  async listBuilds(
    entityRef: CompoundEntityRef,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Observed<Build>> {
    const { catalog, executors, observed, maxAgeSeconds } = this.#options;
    const entity = await requireEntity(catalog, entityRef, credentials);
    const found = executors.map(executor => ({
      source: executor.source,
      ...executor.find(entity),
    }));
    const problems = found.flatMap(executor => executor.problems);
    if (found.every(executor => executor.targets.length === 0)) {
      throw problems.length > 0
        ? new InputError(problems.map(problem => problem.reason).join('; '))
        : missingAnnotation(
            entity,
            ...executors.map(executor => executor.annotation),
          );
    }

    const merged = mergeObserved(
      await Promise.all(
        found.flatMap(({ source, targets }) =>
          targets.map(target =>
            observed.observe({ ...target, source, maxAgeSeconds }),
          ),
        ),
      ),
    );
    return {
      items: merged.items.sort(newestFirst),
      sources: [...merged.sources, ...problems],
    };
  }
}

/** What has not started yet is newer than everything that has. */
function newestFirst(a: Build, b: Build): number {
  const started = (build: Build) => build.startedAt ?? '9999';
  return (
    started(b).localeCompare(started(a)) ||
    (b.number ?? 0) - (a.number ?? 0) ||
    a.id.localeCompare(b.id)
  );
}
