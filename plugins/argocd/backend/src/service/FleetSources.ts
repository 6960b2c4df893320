import { createHash } from 'node:crypto';
import { SOURCE_NAMES, type SourceStatus } from '@shopstack/plugin-kit-common';
import type { InstanceState } from '../store/FleetApplication';
import type { FleetStore } from '../store/FleetStore';

export interface FleetSourcesOptions {
  store: FleetStore;
  instances: string[];
  /** False when the configuration switches following off. */
  isFollowing: boolean;
  /** After how long without a word an instance is not believed any more, in milliseconds. */
  quietMs: number;
  now?: () => Date;
}

/** Under what name news of the fleet of an instance is announced. */
export function fleetTopic(instance: string): string {
  return createHash('sha256')
    .update(`fleet:${instance}`)
    .digest('hex')
    .slice(0, 16);
}

/** Says how much each instance can be believed. */
export class FleetSources {
  readonly #options: FleetSourcesOptions;

  constructor(options: FleetSourcesOptions) {
    this.#options = options;
  }

  /** Of all instances, or of one; one that nobody configured is a source that is not there. */
  async list(instance?: string): Promise<SourceStatus[]> {
    const { store, instances } = this.#options;
    const states = new Map(
      (await store.states()).map(state => [state.instance, state]),
    );
    if (instance !== undefined && !instances.includes(instance)) {
      return [unavailable(instance, 'No such Argo CD instance is configured')];
    }
    if (instances.length === 0) {
      return [unavailable(undefined, 'No Argo CD instance is configured')];
    }
    return instances
      .filter(name => instance === undefined || name === instance)
      .map(name => ({
        ...this.#status(name, states.get(name)),
        topic: fleetTopic(name),
      }));
  }

  #status(instance: string, state: InstanceState | undefined): SourceStatus {
    if (!this.#options.isFollowing) {
      return unavailable(
        instance,
        'The portal is configured not to follow the applications of Argo CD',
      );
    }
    const { listedAt, aliveAt, failingSince, reason } = state ?? {};
    const asOf = aliveAt?.toISOString();
    if (failingSince) {
      return {
        source: SOURCE_NAMES.argocd,
        instance,
        state: listedAt ? 'stale' : 'unavailable',
        ...(asOf && { asOf }),
        since: failingSince.toISOString(),
        reason,
      };
    }
    if (!listedAt || !aliveAt) {
      return unavailable(
        instance,
        'It has not answered yet; the portal keeps asking',
      );
    }
    const now = (this.#options.now?.() ?? new Date()).getTime();
    const isQuiet = now - aliveAt.getTime() > this.#options.quietMs;
    return {
      source: SOURCE_NAMES.argocd,
      instance,
      state: isQuiet ? 'stale' : 'ok',
      asOf,
      ...(isQuiet && {
        since: asOf,
        reason: 'The portal has not heard of Argo CD since then',
      }),
    };
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
