import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Observed } from '@shopstack/plugin-kit-common';
import type {
  Workload,
  WorkloadsApi,
} from '@shopstack/plugin-workloads-common';
import { LRUCache } from 'lru-cache';
import { whenAnsweredWithin } from './whenAnsweredWithin';

/** How long what a person was told is good for the same person, in milliseconds. */
const KEEP_MS = 5_000;

/** For how long applications wait for it, in milliseconds. */
const PATIENCE_MS = 400;

export interface RunningImagesOptions {
  auth: AuthService;
  workloads: Pick<WorkloadsApi, 'listWorkloads'>;
}

/** Asks the `workloads` plugin, on behalf of whoever looks, what runs of an entity. */
export class RunningImages {
  readonly #options: RunningImagesOptions;
  readonly #answers = new LRUCache<string, Promise<Observed<Workload>>>({
    max: 500,
    ttl: KEEP_MS,
  });

  constructor(options: RunningImagesOptions) {
    this.#options = options;
  }

  /** Undefined when it does not tell, or not in time; then `onNews` is called when it has. */
  async workloadsOf(
    entityRef: CompoundEntityRef,
    credentials: BackstageCredentials,
    onNews: () => void,
  ): Promise<Observed<Workload> | undefined> {
    return whenAnsweredWithin(
      this.#ask(stringifyEntityRef(entityRef), credentials),
      PATIENCE_MS,
      onNews,
    );
  }

  #ask(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<Workload>> {
    const key = `${principalOf(this.#options.auth, credentials)} ${entityRef}`;
    const kept = this.#answers.get(key);
    if (kept) {
      return kept;
    }
    const answer = this.#askAnew(entityRef, credentials);
    this.#answers.set(key, answer);
    return answer;
  }

  async #askAnew(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<Workload>> {
    const { token } = await this.#options.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'workloads',
    });
    return this.#options.workloads.listWorkloads(entityRef, { token });
  }
}

/** What one person may see is not for another. */
function principalOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  return auth.isPrincipal(credentials, 'service')
    ? `service:${credentials.principal.subject}`
    : 'none';
}
