import { equalJson } from '../kustomize/equalJson';
import type { Manifest } from '../kustomize/manifest';
import type { World } from '../world/types';
import { ChangeLog, type ObjectChange } from './ChangeLog';
import { timestamp, uidFor } from './identity';
import { ObjectCache } from './ObjectCache';
import {
  keyOf,
  kindPrefix,
  objectKey,
  type ObjectReference,
} from './objectKey';

const KIND = 'object';
const COUNTER = 'resource-version';

/**
 * The objects of the simulated cluster: documents of the world's store, kept in memory too. Objects it answers are
 * shared; change a `structuredClone` and hand it to `update`.
 */
export class Cluster {
  readonly world: World;
  readonly changes: ChangeLog;
  readonly #cache = new ObjectCache();
  #version: number;
  #depth = 0;
  #frozen: Date | undefined;
  #pending: ObjectChange[] = [];
  #emitting = false;

  constructor(world: World) {
    this.world = world;
    this.#version = world.store.next(COUNTER);
    this.#load();
    this.changes = new ChangeLog(this.#version);
    world.events.on('object', ({ key }) => this.#refresh(key));
  }

  /** The version of the newest change. */
  get resourceVersion(): number {
    return this.#version;
  }

  /** The time of the cluster: the world's, unless something is being made to have happened in the past. */
  now(): Date {
    return this.#frozen ?? this.world.clock.now();
  }

  /** True while something is being made to have happened in the past. */
  get inThePast(): boolean {
    return this.#frozen !== undefined;
  }

  /** Does synchronous work as if it were another time. */
  at<T>(time: Date, work: () => T): T {
    const before = this.#frozen;
    this.#frozen = time;
    try {
      return work();
    } finally {
      this.#frozen = before;
    }
  }

  get(reference: ObjectReference): Manifest | undefined {
    return this.#cache.get(objectKey(reference));
  }

  getByKey(key: string): Manifest | undefined {
    return this.#cache.get(key);
  }

  /** Objects of a kind, of one namespace or of all, in order of their keys. */
  list(apiVersion: string, kind: string, namespace?: string): Manifest[] {
    const objects = this.#cache.ofKind(kindPrefix(apiVersion, kind));
    return namespace === undefined
      ? objects
      : objects.filter(object => object.metadata.namespace === namespace);
  }

  all(): Iterable<Manifest> {
    return this.#cache.all();
  }

  ownedBy(owner: Manifest): Manifest[] {
    return this.#cache.ownedBy(owner.metadata.uid!);
  }

  /** Adds an object; it gets its uid, generation and time of creation unless it carries one. */
  create(object: Manifest): Manifest {
    const { metadata } = object;
    const version = this.#nextVersion();
    return this.#write('ADDED', {
      ...object,
      metadata: {
        ...metadata,
        uid: metadata.uid ?? uidFor(keyOf(object), version),
        resourceVersion: String(version),
        creationTimestamp: metadata.creationTimestamp ?? timestamp(this.now()),
        ...(object.spec !== undefined && { generation: 1 }),
      },
    });
  }

  /** Writes a changed object; nothing happens when it equals what is there. A changed spec is a new generation. */
  update(object: Manifest): Manifest {
    const current = this.#cache.get(keyOf(object));
    if (!current || equalJson(current, object)) {
      return current ?? object;
    }
    const specChanged = !equalJson(current.spec, object.spec);
    return this.#write('MODIFIED', {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#nextVersion()),
        ...(specChanged && {
          generation: (current.metadata.generation ?? 0) + 1,
        }),
      },
    });
  }

  /** Writes the status of an object that may have changed otherwise since it was read. */
  updateStatus(key: string, status: unknown): void {
    const current = this.#cache.get(key);
    if (current) {
      this.update({ ...current, status });
    }
  }

  /**
   * Asks for an object to be deleted: with finalizers it is only marked, otherwise it goes, and what it owns is deleted
   * in turn. Pods are marked too, their kubelet lets them go.
   */
  delete(key: string): void {
    const object = this.#cache.get(key);
    if (!object) {
      return;
    }
    const waits =
      (object.metadata.finalizers ?? []).length > 0 ||
      object.kind === 'Pod' ||
      object.kind === 'Namespace';
    if (!waits) {
      this.remove(key);
    } else if (!object.metadata.deletionTimestamp) {
      this.update({
        ...object,
        metadata: {
          ...object.metadata,
          deletionTimestamp: timestamp(this.now()),
        },
        ...(object.kind === 'Namespace' && {
          status: { phase: 'Terminating' },
        }),
      });
    }
  }

  /** Takes an object out at once, and deletes what it owns. */
  remove(key: string): void {
    const object = this.#cache.get(key);
    if (!object) {
      return;
    }
    this.batch(() => {
      this.#write('DELETED', {
        ...object,
        metadata: {
          ...object.metadata,
          resourceVersion: String(this.#nextVersion()),
        },
      });
      for (const owned of this.ownedBy(object)) {
        this.delete(keyOf(owned));
      }
    });
  }

  /** Makes all writes of the function durable together; who listens hears of them afterwards. */
  batch<T>(work: () => T): T {
    this.#depth += 1;
    let answer: T;
    try {
      answer = this.world.store.transaction(work);
    } catch (error) {
      this.#depth -= 1;
      if (this.#depth === 0) {
        this.#pending = [];
        this.#load();
      }
      throw error;
    }
    this.#depth -= 1;
    this.#flush();
    return answer;
  }

  #write(type: ObjectChange['type'], object: Manifest): Manifest {
    const key = keyOf(object);
    const previous = this.#cache.get(key);
    if (type === 'DELETED') {
      this.world.store.delete(KIND, key);
      this.#cache.delete(key);
    } else {
      this.world.store.put(KIND, key, object);
      this.#cache.set(key, object);
    }
    const resourceVersion = Number(object.metadata.resourceVersion);
    this.#pending.push({ type, key, object, previous, resourceVersion });
    this.#flush();
    return object;
  }

  #flush(): void {
    while (this.#depth === 0 && this.#pending.length > 0) {
      const change = this.#pending.shift()!;
      this.changes.append(change);
      this.#emitting = true;
      this.world.events.emit('object', { key: change.key, type: change.type });
      this.#emitting = false;
    }
  }

  #nextVersion(): number {
    this.#version = this.world.store.next(COUNTER);
    return this.#version;
  }

  #load(): void {
    this.#cache.clear();
    for (const object of this.world.store.list<Manifest>(KIND)) {
      this.#cache.set(keyOf(object), object);
    }
  }

  /** Somebody else wrote a document and said so. */
  #refresh(key: string): void {
    if (this.#emitting) {
      return;
    }
    const previous = this.#cache.get(key);
    const object = this.world.store.get<Manifest>(KIND, key);
    if (object) {
      this.#cache.set(key, object);
    } else {
      this.#cache.delete(key);
    }
    const changed = object ?? previous;
    if (changed) {
      this.changes.append({
        type: changeType(previous, object),
        key,
        object: changed,
        previous,
        resourceVersion: this.#nextVersion(),
      });
    }
  }
}

function changeType(
  before: Manifest | undefined,
  after: Manifest | undefined,
): ObjectChange['type'] {
  if (!after) {
    return 'DELETED';
  }
  return before ? 'MODIFIED' : 'ADDED';
}

const clusters = new WeakMap<World, Cluster>();

/** The cluster of a world; everybody who asks gets the same. */
export function clusterOf(world: World): Cluster {
  let cluster = clusters.get(world);
  if (!cluster) {
    cluster = new Cluster(world);
    clusters.set(world, cluster);
  }
  return cluster;
}
