import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';

/** Empties a namespace that is being deleted, and takes it out once it is empty. */
export function syncTerminatingNamespace(
  cluster: Cluster,
  namespace: Manifest,
): void {
  const inside = [...cluster.all()].filter(
    ({ metadata }) => metadata.namespace === namespace.metadata.name,
  );
  if (inside.length === 0) {
    cluster.remove(keyOf(namespace));
    return;
  }
  for (const object of inside) {
    cluster.delete(keyOf(object));
  }
}
