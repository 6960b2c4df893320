import { KustomizeError } from '../KustomizeError';
import { visitField } from '../fieldSpec';
import type { Resource } from '../Resource';

/** Extensions of the API server name the service that answers for them. */
const servicesOfExtensions = [
  {
    path: 'spec/service/namespace',
    group: 'apiregistration.k8s.io',
    kind: 'APIService',
  },
  {
    path: 'spec/conversion/webhook/clientConfig/service/namespace',
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
  },
];

/**
 * Puts every object that has a namespace into `namespace`, renames Namespace objects to it, and points the default
 * service account of role bindings there.
 * @throws KustomizeError when two objects become one by it.
 */
export function setNamespace(resources: Resource[], namespace: string): void {
  for (const resource of resources) {
    const { object } = resource;
    resource.remember();
    if (!resource.clusterScoped) {
      object.metadata.namespace = namespace;
    } else if (object.kind === 'Namespace') {
      object.metadata.name = namespace;
    }
    if (['RoleBinding', 'ClusterRoleBinding'].includes(object.kind)) {
      for (const subject of object.subjects ?? []) {
        if (subject.kind === 'ServiceAccount' && subject.name === 'default') {
          subject.namespace = namespace;
        }
      }
    }
    for (const spec of servicesOfExtensions) {
      visitField(object, spec, (parent, field) => {
        parent[field] = namespace;
      });
    }
  }
  const seen = new Set<string>();
  for (const resource of resources) {
    if (seen.has(resource.id)) {
      throw new KustomizeError(
        `namespace transformation produces ID conflict: ${resource.id}`,
      );
    }
    seen.add(resource.id);
  }
}
