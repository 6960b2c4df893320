import type { Cluster } from '../../kubernetes';
import { groupVersion, type Manifest } from '../../kustomize/manifest';
import { isReady } from '../../kubernetes/controllers/podState';
import { assessHealth } from '../health/assessHealth';
import { imagesOf, liveTree } from '../summarize';
import type { Application } from '../types';

/** Everything an application consists of in the cluster, down to its pods; what is missing stands there as such. */
export function resourceTree(
  cluster: Cluster,
  application: Application,
): object {
  const nodes = liveTree(cluster, application).map(({ object, parent }) =>
    node(object, parent),
  );
  const missing = (application.status?.resources ?? [])
    .filter(({ health }) => health?.status === 'Missing')
    .map(({ group, version, kind, namespace, name, health }) => ({
      ...(group && { group }),
      version,
      kind,
      ...(namespace && { namespace }),
      name,
      health,
    }));
  const pods = nodes.filter(({ kind }) => kind === 'Pod').length;
  return {
    nodes: [...nodes, ...missing],
    hosts: pods > 0 ? hosts(cluster) : undefined,
  };
}

function node(object: Manifest, parent: Manifest | undefined) {
  const images = imagesOf(object);
  const health = assessHealth(object);
  const information = informationOf(object);
  return {
    ...reference(object),
    uid: object.metadata.uid,
    ...(parent && {
      parentRefs: [{ ...reference(parent), uid: parent.metadata.uid }],
    }),
    ...(information.length > 0 && { info: information }),
    resourceVersion: object.metadata.resourceVersion,
    ...(images.length > 0 && { images }),
    ...(health && { health }),
    createdAt: object.metadata.creationTimestamp,
  };
}

function reference({ apiVersion, kind, metadata }: Manifest) {
  const { group, version } = groupVersion(apiVersion);
  return {
    ...(group && { group }),
    version,
    kind,
    ...(metadata.namespace && { namespace: metadata.namespace }),
    name: metadata.name,
  };
}

function informationOf(object: Manifest): { name: string; value: string }[] {
  const revision =
    object.metadata.annotations?.['deployment.kubernetes.io/revision'];
  if (object.kind === 'ReplicaSet' && revision) {
    return [{ name: 'Revision', value: `Rev:${revision}` }];
  }
  if (object.kind !== 'Pod') {
    return [];
  }
  const statuses: any[] = object.status?.containerStatuses ?? [];
  const waiting = statuses.find(({ state }) => state?.waiting)?.state.waiting;
  const ready = isReady(object) ? statuses.length : 0;
  return [
    { name: 'Status Reason', value: waiting?.reason ?? object.status?.phase },
    { name: 'Node', value: object.spec.nodeName },
    { name: 'Containers', value: `${ready}/${object.spec.containers.length}` },
  ];
}

function hosts(cluster: Cluster) {
  return cluster.list('v1', 'Node').map(({ metadata, status }) => ({
    name: metadata.name,
    systemInfo: status.nodeInfo,
  }));
}
