import { groupVersion } from '../kustomize/manifest';

/** What names an object in the cluster. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  /** Absent for kinds without namespaces. */
  namespace?: string;
  name: string;
}

/** The prefix of the keys of all objects of a kind. */
export function kindPrefix(apiVersion: string, kind: string): string {
  const { group, version } = groupVersion(apiVersion);
  return `${group}/${version}/${kind}/`;
}

/** The id of an object's document: `<group>/<version>/<kind>/<namespace>/<name>`. */
export function objectKey({
  apiVersion,
  kind,
  namespace,
  name,
}: ObjectReference): string {
  return `${kindPrefix(apiVersion, kind)}${namespace ?? ''}/${name}`;
}

/** The key of an object as it lies in the store. */
export function keyOf(object: {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
}): string {
  const { apiVersion, kind, metadata } = object;
  return objectKey({
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  });
}
