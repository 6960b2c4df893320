import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  faultError,
  statusError,
  UpstreamGuard,
} from '@shopstack/plugin-kit-node';
import type { Workload } from '../../join/Workload';
import { toWorkloads } from './mapping';
import { objectsSchema } from './wire';

const UPSTREAM = 'The Kubernetes cluster';

/** Kinds that a cluster may well not serve, or that the workloads do not need. */
const NEEDED = /\/(pods|deployments|statefulsets)$/;

/** Reads workloads through the stock Kubernetes backend, which knows the clusters and their credentials. */
export class KubernetesWorkloads {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #guard: UpstreamGuard;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    timeoutMs: number;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#guard = new UpstreamGuard({
      upstream: UPSTREAM,
      timeoutMs: options.timeoutMs,
      retries: 0,
    });
  }

  /**
   * The workloads of an entity that the caller may read.
   *
   * @throws UpstreamError for every fault, also when a cluster did not answer for a kind that the answer needs.
   */
  async list(
    entityRef: string,
    service: string,
    credentials: BackstageCredentials,
  ): Promise<Workload[]> {
    return this.#guard.read(async signal => {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'kubernetes',
      });
      const baseUrl = await this.#discovery.getBaseUrl('kubernetes');
      const response = await fetch(`${baseUrl}/resources/workloads/query`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ entityRef, auth: {} }),
        signal,
      });
      if (!response.ok) {
        throw statusError(UPSTREAM, response.status);
      }
      const objects = objectsSchema.safeParse(await response.json());
      if (!objects.success) {
        throw faultError('malformed', UPSTREAM, objects.error);
      }
      const failure = objects.data.items
        .flatMap(item => item.errors)
        .find(({ resourcePath }) => !resourcePath || NEEDED.test(resourcePath));
      if (failure) {
        throw failure.statusCode
          ? statusError(UPSTREAM, failure.statusCode)
          : faultError('unreachable', UPSTREAM, new Error(failure.errorType));
      }
      return toWorkloads(objects.data, service);
    });
  }
}
