import {
  mergeObserved,
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { ApplicationSelection } from './ApplicationSelection';
import { Hurry } from './Hurry';
import type { InstanceReader } from './InstanceReader';
import type { KeptApplication } from './KeptApplication';
import type { EntitySelection } from './parseSelection';
import { type Selectable, selects } from './selects';

const PREFIX = 'applications:';

export interface EntityApplicationsOptions {
  readers: InstanceReader[];
  observed: ObservedSource;
  maxAgeSeconds: number;
}

/** Applications of one instance, with the topic under which changes of them are announced. */
export type InstanceApplications = Observed<KeptApplication>;

/** What an entity selects, of every instance that it means, side by side: one that is down does not hide the others. */
export class EntityApplications {
  readonly #options: EntityApplicationsOptions;

  constructor(options: EntityApplicationsOptions) {
    this.#options = options;
  }

  async observe({ selection, instances }: EntitySelection): Promise<{
    found: InstanceApplications;
    /** Instances that the entity means and nobody configured. */
    unknown: SourceStatus[];
  }> {
    const hurry = new Hurry();
    try {
      const answers = this.#readersOf(instances).map(async reader => {
        const answer = await this.#observe(reader, selection, hurry);
        if (answer.sources.every(({ state }) => state === 'ok')) {
          hurry.answered();
        }
        return answer;
      });
      const found = mergeObserved(await Promise.all(answers));
      return { found, unknown: this.#unknown(instances) };
    } finally {
      hurry.stop();
    }
  }

  #observe(
    reader: InstanceReader,
    selection: ApplicationSelection,
    hurry: Hurry,
  ): Promise<InstanceApplications> {
    return this.#options.observed.observe<KeptApplication>({
      key: keyOf(reader.name, selection),
      source: SOURCE_NAMES.argocd,
      instance: reader.name,
      maxAgeSeconds: this.#options.maxAgeSeconds,
      hurry: hurry.ended,
      load: () => reader.find(selection),
    });
  }

  /** Makes what is kept of these applications due: whoever shows them is told, and reads them anew. */
  async expire(instance: string, changed: Selectable[]): Promise<void> {
    await this.#options.observed.expire(key => {
      const kept = parseKey(key);
      return (
        kept?.instance === instance && changed.some(selects(kept.selection))
      );
    });
  }

  /** Makes what is kept of one selection due. */
  async expireSelection(
    instance: string,
    selection: ApplicationSelection,
  ): Promise<void> {
    await this.#options.observed.expire(keyOf(instance, selection));
  }

  /** The same for all that is kept of an instance, or of all of them. */
  async expireAll(instance?: string): Promise<void> {
    await this.#options.observed.expire(key => {
      const kept = parseKey(key);
      return (
        kept !== undefined &&
        (instance === undefined || kept.instance === instance)
      );
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

function keyOf(instance: string, selection: ApplicationSelection): string {
  return `${PREFIX}${JSON.stringify([instance, selection])}`;
}

function parseKey(
  key: string,
): { instance: string; selection: ApplicationSelection } | undefined {
  if (!key.startsWith(PREFIX)) {
    return undefined;
  }
  const [instance, selection] = JSON.parse(key.slice(PREFIX.length));
  return { instance, selection };
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
