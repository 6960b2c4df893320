import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { Manifest } from '../../kustomize/manifest';
import { createWorld, settle, type OwnedWorld } from '../../world';
import type { RegistryImage, Simulator } from '../../world/types';
import { clusterOf, type Cluster } from '../Cluster';
import { createKubernetesSimulator } from '../createKubernetesSimulator';
import { CLUSTER_TOKEN } from '../http/authenticate';
import { ensureNamespace } from '../seedCluster';

export const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

/** A cluster in a world of its own, for tests. */
export class TestCluster {
  readonly directory: string;
  world!: OwnedWorld;
  cluster!: Cluster;
  simulator!: Simulator;

  constructor() {
    this.directory = mkdtempSync(join(tmpdir(), 'cluster-'));
    this.open();
  }

  /** Opens the world again, as after a kill: nothing but the state directory is kept. */
  open(pace: number = 100): void {
    this.world = createWorld({ stateDirectory: this.directory });
    this.world.clock.setPace(pace);
    this.simulator = createKubernetesSimulator({ world: this.world });
    this.cluster = clusterOf(this.world);
  }

  async close(): Promise<void> {
    await this.simulator.close?.();
    await this.world.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Runs the world until something holds. */
  until(condition: () => boolean): Promise<void> {
    return settle(this.world, condition, 30_000);
  }

  get(path: string) {
    return request(this.simulator.app)
      .get(path)
      .set('Authorization', `Bearer ${CLUSTER_TOKEN}`);
  }

  /** Adds an object and the namespace it is in. */
  create(object: Manifest): Manifest {
    const { namespace } = object.metadata;
    if (namespace) {
      ensureNamespace(this.cluster, namespace);
    }
    return this.cluster.create(object);
  }

  /** Changes the spec of an object. */
  change(kind: string, name: string, spec: object, apiVersion = 'apps/v1') {
    const object = this.find(kind, name, apiVersion);
    this.cluster.update({ ...object, spec: { ...object.spec, ...spec } });
  }

  find(kind: string, name: string, apiVersion = 'apps/v1'): Manifest {
    return this.cluster.get({ apiVersion, kind, namespace: 'shop', name })!;
  }

  pods(): Manifest[] {
    return this.cluster.list('v1', 'Pod', 'shop');
  }

  /** Puts an image into the registry. */
  pushImage(repository: string, tag: string, digest: string): void {
    const image: RegistryImage = {
      repository,
      digest,
      tags: [tag],
      sizeInBytes: 1,
      pushedAt: this.world.clock.now().toISOString(),
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      scan: { status: 'COMPLETE', counts: {}, findings: [] },
    };
    this.world.store.put('image', `${repository}/${digest}`, image);
  }
}

/** A workload of a kind in the namespace `shop`. */
export function workload(
  kind: string,
  options: {
    name?: string;
    image?: string;
    replicas?: number;
    spec?: object;
    labels?: Record<string, string>;
  } = {},
): Manifest {
  const {
    name = 'tea',
    image = 'nginx:1',
    replicas = 1,
    spec,
    labels,
  } = options;
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop', labels: { app: name, ...labels } },
    spec: {
      ...(['Deployment', 'StatefulSet'].includes(kind) && { replicas }),
      ...(kind !== 'Job' && { selector: { matchLabels: { app: name } } }),
      template: {
        metadata: { labels: { app: name, ...labels } },
        spec: {
          ...(kind === 'Job' && { restartPolicy: 'Never' }),
          containers: [
            {
              name,
              image,
              resources: { requests: { cpu: '200m', memory: '64Mi' } },
            },
          ],
        },
      },
      ...spec,
    },
  };
}
