import { Router } from 'express';
import { timestamp, type Cluster } from '../../kubernetes';
import { ARGO_VERSION, listApplications } from '../applications';
import type { ArgocdInstance } from '../instances';
import { ArgoError } from './ArgoError';
import { isKnown } from './authenticate';

const VERSION = 'v3.6.0';

const SERVER = 'https://kubernetes.default.svc';

/** What Argo CD says about itself, its projects and its clusters. */
export function aboutRoutes(
  cluster: Cluster,
  instance: ArgocdInstance,
): Router {
  const router = Router();
  router.get('/version', (request, response) => {
    response.json(
      isKnown(instance.token, request.headers)
        ? {
            Version: VERSION,
            GoVersion: 'go1.25.5',
            Compiler: 'gc',
            Platform: 'linux/amd64',
            KustomizeVersion: 'v5.5.0',
          }
        : { Version: VERSION },
    );
  });
  router.get('/v1/session/userinfo', (request, response) => {
    response.json(
      isKnown(instance.token, request.headers)
        ? { loggedIn: true, username: 'portal', iss: 'argocd' }
        : {},
    );
  });
  router.post('/v1/session', () => {
    throw new ArgoError(16, 'Invalid username or password');
  });
  router.get('/v1/settings', (_request, response) => {
    response.json({
      url: cluster.world.addresses.get(instance.name) ?? '',
      appLabelKey: 'app.kubernetes.io/instance',
      trackingMethod: 'annotation',
      controllerNamespace: instance.namespace,
      kustomizeOptions: { BuildOptions: '', BinaryPath: '' },
      userLoginsDisabled: true,
      appsInAnyNamespaceEnabled: false,
      execEnabled: false,
    });
  });
  router.get('/v1/projects', (_request, response) => {
    response.json({
      metadata: { resourceVersion: String(cluster.resourceVersion) },
      items: projects(cluster),
    });
  });
  router.get('/v1/projects/:name', (request, response) => {
    const { name } = request.params;
    const project = projects(cluster).find(
      ({ metadata }) => metadata.name === name,
    );
    if (!project) {
      throw new ArgoError(5, `appprojects.argoproj.io "${name}" not found`);
    }
    response.json(project);
  });
  router.get('/v1/clusters', (_request, response) => {
    response.json({
      metadata: {},
      items: [clusterInformation(cluster, instance)],
    });
  });
  router.get('/v1/clusters/:server', (request, response) => {
    if (![SERVER, 'in-cluster'].includes(request.params.server)) {
      throw new ArgoError(7, 'permission denied');
    }
    response.json(clusterInformation(cluster, instance));
  });
  return router;
}

function projects(cluster: Cluster) {
  return cluster
    .list(ARGO_VERSION, 'AppProject')
    .map(({ metadata, spec, status }) => ({
      metadata,
      spec,
      status: status ?? {},
    }));
}

function clusterInformation(cluster: Cluster, { holds }: ArgocdInstance) {
  const time = timestamp(cluster.now());
  const connectionState = {
    status: 'Successful',
    message: '',
    attemptedAt: time,
  };
  return {
    server: SERVER,
    name: 'in-cluster',
    config: { tlsClientConfig: { insecure: false } },
    connectionState,
    serverVersion: '1.32',
    info: {
      connectionState,
      serverVersion: '1.32',
      cacheInfo: {
        resourcesCount: [...cluster.all()].length,
        lastCacheSyncTime: time,
      },
      applicationsCount: listApplications(cluster).filter(holds).length,
    },
  };
}
