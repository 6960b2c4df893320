import { isClusterScoped } from './isClusterScoped';
import { groupVersion, isMap, type Manifest } from './manifest';

/** A name that an object had at some moment of the build. */
interface ResourceName {
  name: string;
  namespace: string;
}

/** An object on its way through a build: what it is now, and what it was called before. */
export class Resource {
  object: Manifest;
  /** Earlier names, oldest first. */
  readonly previous: ResourceName[] = [];
  /** Prefixes and suffixes it was given, in order: objects that share them belong together. */
  readonly affixes: string[] = [];
  /** A generated object whose name ends with the hash of its content. */
  needsHash = false;

  constructor(object: Manifest) {
    this.object = object;
  }

  get group(): string {
    return groupVersion(this.object.apiVersion ?? '').group;
  }

  get version(): string {
    return groupVersion(this.object.apiVersion ?? '').version;
  }

  get clusterScoped(): boolean {
    return isClusterScoped(this.object.apiVersion, this.object.kind);
  }

  get current(): ResourceName {
    return {
      name: this.object.metadata.name,
      namespace: this.object.metadata.namespace ?? '',
    };
  }

  /** All names, the oldest first and the current one last. */
  get names(): ResourceName[] {
    return [...this.previous, this.current];
  }

  /** Kustomize's way to write which object this is. */
  get id(): string {
    return resourceId(this.object, this.current);
  }

  /** Remembers the current name, before it changes. */
  remember(): void {
    this.previous.push(this.current);
  }

  /** Copies of the maps for labels or annotations, to be written to. */
  ensure(field: 'labels' | 'annotations'): Record<string, string> {
    const map = this.object.metadata[field];
    if (isMap(map)) {
      return map;
    }
    const created: Record<string, string> = {};
    this.object.metadata[field] = created;
    return created;
  }
}

/** `Deployment.v1.apps/web.shop`, with kustomize's marks for what is absent. */
export function resourceId(
  object: Pick<Manifest, 'apiVersion' | 'kind'>,
  { name, namespace }: ResourceName,
): string {
  const { group, version } = groupVersion(object.apiVersion ?? '');
  const owner = isClusterScoped(object.apiVersion ?? '', object.kind)
    ? '[noNs]'
    : namespace || '[noNs]';
  return `${object.kind}.${version || '[noVer]'}.${group || '[noGrp]'}/${name}.${owner}`;
}

/** Two namespaces are one when both are absent or `default`. */
export function sameNamespace(one: string, other: string): boolean {
  return (one || 'default') === (other || 'default');
}
