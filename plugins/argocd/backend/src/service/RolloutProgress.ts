import type { ArgocdRollout } from '@shopstack/plugin-argocd-common';
import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import { LRUCache } from 'lru-cache';
import type { ApplicationPlace, InstanceReader } from './InstanceReader';
import type { RolloutId } from './KeptApplication';
import { whenAnsweredWithin } from './whenAnsweredWithin';

const PREFIX = 'rollout:';

/** A rollout under way moves on without any change of the Application; in seconds. */
const MOVING_MAX_AGE = 5;

/** Long enough for what is kept, and short enough not to hold the applications up; in milliseconds. */
const PATIENCE_MS = 150;

export interface RolloutProgressOptions {
  observed: ObservedSource;
  maxAgeSeconds: number;
}

/** Tells how far the Argo Rollouts of an application are. They are read only where it has some. */
export class RolloutProgress {
  readonly #options: RolloutProgressOptions;
  /** What was last read of each, to tell news from what is known. */
  readonly #last = new LRUCache<string, string>({ max: 2_000 });

  constructor(options: RolloutProgressOptions) {
    this.#options = options;
  }

  /** What is known now; undefined where one cannot be read, or not yet. `onNews` is called when there is more. */
  async of(
    reader: InstanceReader,
    application: ApplicationPlace,
    rollouts: RolloutId[],
    onNews: () => void,
  ): Promise<ArgocdRollout[] | undefined> {
    const told = await Promise.all(
      rollouts.map(rollout =>
        whenAnsweredWithin(
          this.#observe(reader, application, rollout, onNews),
          PATIENCE_MS,
          () => {},
        ),
      ),
    );
    const known = told.flatMap(each => each ?? []);
    return known.length === rollouts.length ? known : undefined;
  }

  /** Makes what is kept of an application's rollouts due. */
  async expire(
    instance: string,
    changed: { namespace: string; name: string }[],
  ): Promise<void> {
    const prefixes = changed.map(each => prefixOf(instance, each));
    await this.#options.observed.expire(key =>
      prefixes.some(prefix => key.startsWith(prefix)),
    );
  }

  async #observe(
    reader: InstanceReader,
    application: ApplicationPlace,
    rollout: RolloutId,
    onNews: () => void,
  ): Promise<ArgocdRollout[]> {
    const key = `${prefixOf(reader.name, application)}${rollout.namespace}/${rollout.name}`;
    const { items } = await this.#options.observed.observe<ArgocdRollout>({
      key,
      source: SOURCE_NAMES.argocd,
      instance: reader.name,
      maxAgeSeconds: kept => this.#maxAge(kept),
      load: async () => {
        const progress = await reader.readRollout(application, rollout);
        const text = JSON.stringify(progress);
        if (this.#last.get(key) !== text) {
          this.#last.set(key, text);
          onNews();
        }
        return [progress];
      },
    });
    return items;
  }

  #maxAge(rollouts: ArgocdRollout[]): number {
    const { maxAgeSeconds } = this.#options;
    return rollouts.every(({ phase }) => phase === 'Healthy')
      ? maxAgeSeconds
      : Math.min(MOVING_MAX_AGE, maxAgeSeconds);
  }
}

function prefixOf(
  instance: string,
  { namespace, name }: { namespace: string; name: string },
): string {
  return `${PREFIX}${JSON.stringify([instance, namespace, name])}:`;
}
