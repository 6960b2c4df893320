import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import {
  mergeObserved,
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import { type ObservedSource, requireEntity } from '@shopstack/plugin-kit-node';
import type { ApplicationSelection } from './ApplicationSelection';
import type { ArgocdService } from './ArgocdService';
import { parseSelection } from './parseSelection';

/** Reads the applications of one instance. */
export interface InstanceReader {
  readonly name: string;
  /** @throws UpstreamError for every fault. */
  find(selection: ApplicationSelection): Promise<ArgocdApplication[]>;
}

export interface DefaultArgocdServiceOptions {
  catalog: CatalogService;
  readers: InstanceReader[];
  observed: ObservedSource;
  maxAgeSeconds: number;
}

/** Asks every instance that an entity means, side by side: one that is down does not hide the others. */
export class DefaultArgocdService implements ArgocdService {
  readonly #options: DefaultArgocdServiceOptions;

  constructor(options: DefaultArgocdServiceOptions) {
    this.#options = options;
  }

  async listApplications(
    entityRef: CompoundEntityRef,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Observed<ArgocdApplication>> {
    const entity = await requireEntity(
      this.#options.catalog,
      entityRef,
      credentials,
    );
    const { selection, instances } = parseSelection(entity);
    const merged = mergeObserved(
      await Promise.all(
        this.#readersOf(instances).map(reader =>
          this.#observe(reader, selection),
        ),
      ),
    );
    return {
      items: merged.items.sort(byName),
      sources: [...merged.sources, ...this.#unknown(instances)],
    };
  }

  #observe(
    reader: InstanceReader,
    selection: ApplicationSelection,
  ): Promise<Observed<ArgocdApplication>> {
    return this.#options.observed.observe({
      key: `applications:${reader.name}:${JSON.stringify(selection)}`,
      source: SOURCE_NAMES.argocd,
      instance: reader.name,
      maxAgeSeconds: this.#options.maxAgeSeconds,
      load: () => reader.find(selection),
    });
  }

  #readersOf(names: string[]): InstanceReader[] {
    return names.length === 0
      ? this.#options.readers
      : this.#options.readers.filter(reader => names.includes(reader.name));
  }

  /** What an entity means and nobody configured must not look as if nothing were deployed. */
  #unknown(names: string[]): SourceStatus[] {
    const known = new Set(this.#options.readers.map(reader => reader.name));
    if (known.size === 0 && names.length === 0) {
      return [unavailable(undefined, 'No Argo CD instance is configured')];
    }
    return names
      .filter(name => !known.has(name))
      .map(name => unavailable(name, 'No such Argo CD instance is configured'));
  }
}

function unavailable(
  instance: string | undefined,
  reason: string,
): SourceStatus {
  return {
    source: SOURCE_NAMES.argocd,
    ...(instance !== undefined && { instance }),
    state: 'unavailable',
    reason,
  };
}

function byName(a: ArgocdApplication, b: ArgocdApplication): number {
  return a.name.localeCompare(b.name) || a.instance.localeCompare(b.instance);
}
