import { Router } from 'express';
import type { Cluster } from '../Cluster';
import { resourceTypes, type ResourceType } from '../resourceTypes';
import { metricsTypes } from './metrics';

/** What `/version` answers. */
const version = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.4',
  gitTreeState: 'clean',
  goVersion: 'go1.23.6',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** Tells clients which kinds there are. */
export function discoveryRouter(cluster: Cluster): Router {
  const router = Router();
  router.get('/version', (_request, response) => {
    response.json(version);
  });
  router.get(['/healthz', '/livez', '/readyz'], (_request, response) => {
    response.type('text').send('ok');
  });
  router.get('/api', (_request, response) => {
    response.json({
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    });
  });
  router.get('/api/v1', (_request, response) => {
    response.json(resourceList('v1', typesOf(cluster, '', 'v1')));
  });
  router.get('/apis', (_request, response) => {
    const groups = [...new Set(allTypes(cluster).map(({ group }) => group))];
    response.json({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.filter(Boolean).map(group => apiGroup(cluster, group)),
    });
  });
  router.get('/apis/:group', (request, response, next) => {
    const { group } = request.params;
    if (!allTypes(cluster).some(type => type.group === group)) {
      next();
      return;
    }
    response.json({
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...apiGroup(cluster, group),
    });
  });
  router.get('/apis/:group/:version', (request, response, next) => {
    const { group, version: name } = request.params;
    const types = typesOf(cluster, group, name);
    if (types.length === 0) {
      next();
      return;
    }
    response.json(resourceList(`${group}/${name}`, types));
  });
  return router;
}

function allTypes(cluster: Cluster): ResourceType[] {
  return [...resourceTypes(cluster), ...metricsTypes];
}

function typesOf(
  cluster: Cluster,
  group: string,
  name: string,
): ResourceType[] {
  return allTypes(cluster).filter(
    type => type.group === group && type.version === name,
  );
}

function apiGroup(cluster: Cluster, group: string) {
  const versions = [
    ...new Set(
      allTypes(cluster)
        .filter(type => type.group === group)
        .map(type => type.version),
    ),
  ].map(name => ({ groupVersion: `${group}/${name}`, version: name }));
  return { name: group, versions, preferredVersion: versions[0] };
}

function resourceList(groupVersion: string, types: ResourceType[]) {
  const resources = types.map(type => ({
    name: type.plural,
    singularName: type.singular,
    namespaced: type.namespaced,
    kind: type.kind,
    verbs: ['get', 'list', 'watch'],
    ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
  }));
  const logs = {
    name: 'pods/log',
    singularName: '',
    namespaced: true,
    kind: 'Pod',
    verbs: ['get'],
  };
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: groupVersion === 'v1' ? [...resources, logs] : resources,
  };
}
