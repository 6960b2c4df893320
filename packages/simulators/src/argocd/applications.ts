import { clusterOf, type Cluster } from '../kubernetes';
import type { Manifest } from '../kustomize/manifest';
import type { World } from '../world/types';
import type { Application, ApplicationSource } from './types';

/** `apiVersion` of everything that Argo CD adds to a cluster. */
export const ARGO_VERSION = 'argoproj.io/v1alpha1';

/** Where Argo CD runs and its applications are. */
export const ARGO_NAMESPACE = 'argocd';

const TRACKING = 'argocd.argoproj.io/tracking-id';

/** All applications, in order of their names. */
export function listApplications(cluster: Cluster): Application[] {
  return cluster.list(ARGO_VERSION, 'Application') as Application[];
}

/** An application by name, or undefined. */
export function getApplication(
  cluster: Cluster,
  name: string,
  namespace: string = ARGO_NAMESPACE,
): Application | undefined {
  return cluster.get({
    apiVersion: ARGO_VERSION,
    kind: 'Application',
    namespace,
    name,
  }) as Application | undefined;
}

/** The sources of an application, one or several. */
export function sourcesOf({ spec }: Application): ApplicationSource[] {
  if (spec.sources?.length) {
    return spec.sources;
  }
  return spec.source ? [spec.source] : [];
}

/** The annotation that says which application an object belongs to. */
function trackingId(application: Application, object: Manifest): string {
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  const { namespace = '', name } = object.metadata;
  return `${instanceName(application)}:${group}/${object.kind}:${namespace}/${name}`;
}

/** The object with the mark of its application. */
export function withTracking(
  application: Application,
  object: Manifest,
): Manifest {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [TRACKING]: trackingId(application, object),
      },
    },
  };
}

/** Name and namespace of the application that an object was applied by, or undefined. */
export function trackedBy(
  object: Manifest,
): { name: string; namespace: string } | undefined {
  const id = object.metadata.annotations?.[TRACKING];
  if (!id) {
    return undefined;
  }
  const [instance, resource, place] = id.split(':');
  const { namespace = '', name } = object.metadata;
  const kind = resource?.split('/')[1];
  // A copy of an annotation on something else does not make that belong to the application.
  if (kind !== object.kind || place !== `${namespace}/${name}`) {
    return undefined;
  }
  const separator = instance.indexOf('_');
  return separator < 0
    ? { namespace: ARGO_NAMESPACE, name: instance }
    : {
        namespace: instance.slice(0, separator),
        name: instance.slice(separator + 1),
      };
}

/** All objects in the cluster that an application applied. */
export function trackedObjects(
  cluster: Cluster,
  application: Application,
): Manifest[] {
  const { name, namespace } = application.metadata;
  return [...cluster.all()].filter(object => {
    const owner = trackedBy(object);
    return owner?.name === name && owner.namespace === namespace;
  });
}

/** The application that an object belongs to, itself or through what owns it. */
export function applicationOf(
  cluster: Cluster,
  object: Manifest,
): { name: string; namespace: string } | undefined {
  const own = trackedBy(object);
  if (own) {
    return own;
  }
  for (const { apiVersion, kind, name } of object.metadata.ownerReferences ??
    []) {
    const owner = cluster.get({
      apiVersion,
      kind,
      name,
      namespace: object.metadata.namespace,
    });
    const found = owner && applicationOf(cluster, owner);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Says in the world's events when applications change. */
export function announceApplications(world: World): () => void {
  return clusterOf(world).changes.listen(({ object, type }) => {
    if (object.kind === 'Application' && object.apiVersion === ARGO_VERSION) {
      world.events.emit('application', { name: object.metadata.name, type });
    }
  });
}

function instanceName({ metadata }: Application): string {
  return metadata.namespace === ARGO_NAMESPACE
    ? metadata.name
    : `${metadata.namespace}_${metadata.name}`;
}
