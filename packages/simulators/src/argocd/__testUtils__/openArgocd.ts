import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import {
  clusterOf,
  createKubernetesSimulator,
  type Cluster,
} from '../../kubernetes';
import type { Manifest } from '../../kustomize/manifest';
import { createWorld, settle, type OwnedWorld } from '../../world';
import type { Simulator } from '../../world/types';
import { getApplication } from '../applications';
import { createArgocdSimulator } from '../createArgocdSimulator';
import { MAIN } from '../instances';
import type { Application } from '../types';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const author = { name: 'Platform', email: 'platform@shopstack.example' };

/** Argo CD and its cluster over a repository `cluster-gitops`, for tests. */
export class TestArgocd {
  readonly directory = mkdtempSync(join(tmpdir(), 'argocd-'));
  world!: OwnedWorld;
  cluster!: Cluster;
  simulators!: Simulator[];

  /** Opens the world, also again after a kill: nothing but the state directory is kept. */
  async open(pace: number = 50): Promise<this> {
    this.world = createWorld({ stateDirectory: this.directory });
    this.world.clock.setPace(pace);
    const { repositories } = this.world;
    if (!(await repositories.names()).includes('cluster-gitops')) {
      await repositories.create('cluster-gitops');
    }
    this.cluster = clusterOf(this.world);
    return this;
  }

  /** Starts the simulators over what is there. */
  start(): this {
    const { world } = this;
    this.simulators = [
      createKubernetesSimulator({ world }),
      createArgocdSimulator({ world }),
    ];
    return this;
  }

  async close(): Promise<void> {
    await Promise.all((this.simulators ?? []).map(each => each.close?.()));
    await this.world.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Runs the world until something holds. */
  until(condition: () => boolean): Promise<void> {
    return settle(this.world, condition, 30_000);
  }

  /** Commits files to the GitOps repository; undefined deletes one. */
  commit(
    changes: Record<string, string | undefined>,
    options: { message?: string; date?: Date; branch?: string } = {},
  ): Promise<string> {
    const { message = 'Change files', date, branch = 'main' } = options;
    return this.world.repositories.write('cluster-gitops', {
      branch,
      ...(branch !== 'main' && { from: 'main' }),
      message,
      author,
      date,
      changes: new Map(Object.entries(changes)),
    });
  }

  application(name: string): Application {
    return getApplication(this.cluster, name)!;
  }

  /** `Synced Healthy`, or what it is. */
  state(name: string): string {
    const status = this.application(name)?.status;
    return `${status?.sync?.status} ${status?.health?.status}`;
  }

  isAtRest(name: string): boolean {
    return (
      this.state(name) === 'Synced Healthy' &&
      this.application(name).operation === undefined
    );
  }

  object(kind: string, name: string, namespace: string): Manifest | undefined {
    const apiVersion = kind === 'Deployment' ? 'apps/v1' : 'v1';
    return this.cluster.get({ apiVersion, kind, namespace, name });
  }

  pods(namespace: string): Manifest[] {
    return this.cluster.list('v1', 'Pod', namespace);
  }

  pushImage(service: string, tag: string): void {
    const repository = `shopstack-${service}`;
    const digest = `sha256:${service}-${tag}`;
    this.world.store.put('image', `${repository}/${digest}`, {
      repository,
      digest,
      tags: [tag],
    });
  }

  get(path: string) {
    return request(this.simulators[1].app)
      .get(path)
      .set('Authorization', `Bearer ${MAIN.token}`);
  }

  send(
    method: 'post' | 'delete' | 'put' | 'patch',
    path: string,
    body?: object,
  ) {
    return request(this.simulators[1].app)
      [method](path)
      .set('Authorization', `Bearer ${MAIN.token}`)
      .send(body);
  }
}

/** The text of an Application manifest. */
export function applicationYaml(
  name: string,
  path: string,
  options: {
    namespace?: string;
    revision?: string;
    /** YAML in flow style, or undefined for a manual application. */
    automated?: string;
    repoURL?: string;
    source?: string;
    labels?: string;
    annotations?: string;
    finalizer?: boolean;
    project?: string;
  } = {},
): string {
  const {
    namespace = name,
    revision = 'main',
    repoURL = 'http://localhost:7101/shopstack/cluster-gitops',
  } = options;
  const automated =
    'automated' in options
      ? options.automated
      : '{ prune: true, selfHeal: true }';
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
  labels: { ${options.labels ?? ''} }
  annotations: { ${options.annotations ?? ''} }
  finalizers: [${options.finalizer === false ? '' : 'resources-finalizer.argocd.argoproj.io'}]
spec:
  project: ${options.project ?? 'default'}
  source:
    repoURL: ${repoURL}
    targetRevision: ${revision}
    path: ${path}
    ${options.source ?? ''}
  destination: { server: https://kubernetes.default.svc, namespace: ${namespace} }
  syncPolicy:
    ${automated ? `automated: ${automated}` : ''}
    syncOptions: [CreateNamespace=true]
`;
}

/** The files of a service: base, one overlay, and the Application for it. */
export function serviceFiles(
  service: string,
  options: { tag?: string; replicas?: number; environment?: string } = {},
): Record<string, string> {
  const { tag = 'v1', replicas = 1, environment = 'dev' } = options;
  return {
    [`apps/${service}/base/kustomization.yaml`]:
      'resources: [deployment.yaml, service.yaml]\n',
    [`apps/${service}/base/deployment.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${service} }
spec:
  progressDeadlineSeconds: 20
  selector: { matchLabels: { app: ${service} } }
  template:
    metadata: { labels: { app: ${service} } }
    spec: { containers: [{ name: ${service}, image: shopstack-${service} }] }
`,
    [`apps/${service}/base/service.yaml`]: `apiVersion: v1
kind: Service
metadata: { name: ${service} }
spec: { selector: { app: ${service} }, ports: [{ port: 80, targetPort: 8080 }] }
`,
    ...overlayFile(service, { tag, replicas, environment }),
    [`apps/business/${service}-${environment}.yaml`]: applicationYaml(
      `${service}-${environment}`,
      `apps/${service}/overlays/${environment}`,
      {
        labels: `shopstack.dev/service: ${service}, shopstack.dev/environment: ${environment}`,
        annotations: 'argocd.argoproj.io/sync-wave: "3"',
      },
    ),
  };
}

/** The overlay of a service, which a release changes. */
export function overlayFile(
  service: string,
  options: { tag?: string; replicas?: number; environment?: string },
): Record<string, string> {
  const { tag = 'v1', replicas = 1, environment = 'dev' } = options;
  return {
    [`apps/${service}/overlays/${environment}/kustomization.yaml`]: `namespace: ${service}-${environment}
resources: [../../base]
labels:
  - pairs: { shopstack.dev/service: ${service}, shopstack.dev/environment: ${environment} }
    includeTemplates: true
images:
  - { name: shopstack-${service}, newName: ${REGISTRY}/shopstack-${service}, newTag: "${tag}" }
replicas:
  - { name: ${service}, count: ${replicas} }
`,
  };
}

/** The parent of all services. */
export const rootFiles = {
  'apps/root/apps-business.yaml': applicationYaml(
    'apps-business',
    'apps/business',
    { namespace: 'argocd' },
  ),
};
