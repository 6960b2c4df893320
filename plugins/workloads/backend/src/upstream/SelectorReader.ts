import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { ClusterReader } from '../service/DefaultWorkloadsService';
import { ClusterObjects } from './ClusterObjects';
import {
  ExpiredError,
  type KubernetesClient,
  UPSTREAM,
} from './KubernetesClient';
import { toWorkloads } from './mapping';
import {
  AUTOSCALERS,
  CONTROLLERS,
  EVENTS,
  PODS,
  type Resource,
} from './resources';

/** Namespaces whose events are asked for: a service lives in one for each environment, and a few more at most. */
const MOST_NAMESPACES = 10;

/** Faults that mean that a cluster does not have a kind, or that the portal's role does not. */
const WITHOUT = ['forbidden', 'not-found'];

/** Reads the objects that a label selector means, for entities whose objects do not carry our labels. */
export class SelectorReader implements ClusterReader {
  readonly cluster: string;
  readonly #client: KubernetesClient;

  constructor(cluster: string, client: KubernetesClient) {
    this.cluster = cluster;
    this.#client = client;
  }

  async find(question: {
    labelSelector: string;
    namespace?: string;
    service: string;
  }): Promise<Workload[]> {
    const { service, ...selection } = question;
    const objects = new ClusterObjects();
    const read = async (resource: Resource, narrowed: object) =>
      objects.replace(resource, await this.#list(resource, narrowed));
    await Promise.all(
      [PODS, ...CONTROLLERS, AUTOSCALERS].map(resource =>
        read(resource, selection),
      ),
    );
    const namespaces = objects.controllers.map(
      ({ object }) => object.metadata.namespace ?? '',
    );
    const events = await Promise.all(
      [...new Set(namespaces)]
        .slice(0, MOST_NAMESPACES)
        .map(namespace =>
          this.#list(EVENTS, { ...EVENTS.selector, namespace }),
        ),
    );
    objects.replace(EVENTS, events.flat());
    return toWorkloads(objects, { cluster: this.cluster, service }).workloads;
  }

  async #list(resource: Resource, selection: object): Promise<unknown[]> {
    try {
      return (await this.#client.list(resource, selection)).items;
    } catch (error) {
      if (error instanceof ExpiredError) {
        throw faultError('failed', UPSTREAM, error);
      }
      const missing =
        error instanceof UpstreamError && WITHOUT.includes(error.fault);
      if (missing && !resource.required) {
        return [];
      }
      throw error;
    }
  }
}
