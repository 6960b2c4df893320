import { findType, type Cluster } from '../../kubernetes';
import { isNotValid } from '../../kubernetes/validateObject';
import { groupVersion, type Manifest } from '../../kustomize/manifest';
import { firstApply, mergeApply } from '../compare/mergeApply';
import { keyOf } from '../../kubernetes';

/** An object that the API server does not take. */
class ApplyError extends Error {}

/**
 * Applies a manifest as `kubectl apply` does.
 * @returns what kubectl would print, as `deployment.apps/cart configured`.
 * @throws ApplyError when the cluster refuses it.
 */
export function applyObject(cluster: Cluster, target: Manifest): string {
  const { apiVersion, kind, metadata } = target;
  const { group } = groupVersion(apiVersion);
  const label = `${kind.toLowerCase()}${group && `.${group}`}/${metadata.name}`;
  if (!findType(cluster, apiVersion, kind)) {
    throw new ApplyError(
      `The Kubernetes API could not find ${group}/${kind} for requested resource ${metadata.namespace ?? ''}/${metadata.name}. Make sure the "${kind}" CRD is installed on the destination cluster.`,
    );
  }
  const { namespace } = metadata;
  if (namespace) {
    const space = cluster.get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    if (!space) {
      throw new ApplyError(`namespaces "${namespace}" not found`);
    }
    if (space.metadata.deletionTimestamp) {
      throw new ApplyError(
        `${label} is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      );
    }
  }
  const live = cluster.getByKey(keyOf(target));
  const object = live ? mergeApply(live, target) : firstApply(target);
  const problem = isNotValid(object, live);
  if (problem) {
    throw new ApplyError(
      `${kind}${group && `.${group}`} "${metadata.name}" is invalid: ${problem}`,
    );
  }
  if (!live) {
    cluster.create(object);
    return `${label} created`;
  }
  const before = live.metadata.resourceVersion;
  const after = cluster.update(object).metadata.resourceVersion;
  return `${label} ${before === after ? 'unchanged' : 'configured'}`;
}
