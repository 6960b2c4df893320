import type { Request } from 'express';
import type { Cluster } from '../../kubernetes';
import { groupVersion, type Manifest } from '../../kustomize/manifest';
import { liveTree } from '../summarize';
import type { Application } from '../types';
import { ArgoError } from './ArgoError';
import { text } from './query';

/**
 * The object in the cluster that `group`, `version`, `kind`, `namespace` and `resourceName` name.
 * @throws ArgoError 3 when the application has no such object.
 */
export function liveResource(
  cluster: Cluster,
  application: Application,
  { query }: Request,
): Manifest {
  const group = text(query.group);
  const kind = text(query.kind);
  const name = text(query.resourceName);
  const node = liveTree(cluster, application).find(({ object }) => {
    const actual = groupVersion(object.apiVersion);
    return (
      object.kind === kind &&
      object.metadata.name === name &&
      (actual.group ?? '') === group &&
      actual.version === text(query.version) &&
      (object.metadata.namespace ?? '') === text(query.namespace)
    );
  });
  if (!node) {
    throw new ArgoError(
      3,
      `${kind} ${group} ${name} not found as part of application ${application.metadata.name}`,
    );
  }
  return node.object;
}
