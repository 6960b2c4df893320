import type { Manifest } from '../kustomize/manifest';
import { kindPrefix } from './objectKey';

/** The objects of the cluster in memory, with the indexes that controllers ask for. */
export class ObjectCache {
  readonly #objects = new Map<string, Manifest>();
  readonly #byKind = new Map<string, Set<string>>();
  readonly #byOwner = new Map<string, Set<string>>();

  get(key: string): Manifest | undefined {
    return this.#objects.get(key);
  }

  set(key: string, object: Manifest): void {
    this.delete(key);
    this.#objects.set(key, object);
    add(this.#byKind, kindPrefix(object.apiVersion, object.kind), key);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      add(this.#byOwner, uid, key);
    }
  }

  delete(key: string): void {
    const object = this.#objects.get(key);
    if (!object) {
      return;
    }
    this.#objects.delete(key);
    this.#byKind.get(kindPrefix(object.apiVersion, object.kind))?.delete(key);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      this.#byOwner.get(uid)?.delete(key);
    }
  }

  clear(): void {
    this.#objects.clear();
    this.#byKind.clear();
    this.#byOwner.clear();
  }

  all(): Iterable<Manifest> {
    return this.#objects.values();
  }

  ofKind(prefix: string): Manifest[] {
    return this.#resolve(this.#byKind.get(prefix));
  }

  ownedBy(uid: string): Manifest[] {
    return this.#resolve(this.#byOwner.get(uid));
  }

  #resolve(keys: Set<string> = new Set()): Manifest[] {
    return [...keys].sort().map(key => this.#objects.get(key)!);
  }
}

function add(index: Map<string, Set<string>>, at: string, key: string): void {
  const keys = index.get(at);
  if (keys) {
    keys.add(key);
  } else {
    index.set(at, new Set([key]));
  }
}
