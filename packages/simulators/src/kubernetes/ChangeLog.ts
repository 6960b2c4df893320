import type { Manifest } from '../kustomize/manifest';

/** One change of an object; `previous` is what it was before. */
export interface ObjectChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  key: string;
  object: Manifest;
  previous?: Manifest;
  resourceVersion: number;
}

/** Changes remembered for watches that resume; an API server keeps about five minutes, this keeps so many. */
const CAPACITY = 2000;

/** The latest changes of the cluster, and who wants to hear of new ones. */
export class ChangeLog {
  #changes: ObjectChange[] = [];
  readonly #listeners = new Set<(change: ObjectChange) => void>();
  #oldest: number;

  /** @param resourceVersion - the version the cluster had when the log began */
  constructor(resourceVersion: number) {
    this.#oldest = resourceVersion;
  }

  append(change: ObjectChange): void {
    this.#changes.push(change);
    if (this.#changes.length > CAPACITY) {
      const dropped = this.#changes.length - CAPACITY / 2;
      this.#oldest = this.#changes[dropped - 1].resourceVersion;
      this.#changes = this.#changes.slice(dropped);
    }
    for (const listener of [...this.#listeners]) {
      listener(change);
    }
  }

  /** Changes after a version, or undefined when the log does not reach back so far. */
  since(resourceVersion: number): ObjectChange[] | undefined {
    return resourceVersion < this.#oldest
      ? undefined
      : this.#changes.filter(
          change => change.resourceVersion > resourceVersion,
        );
  }

  /** Calls back for each new change; the answer ends that. */
  listen(listener: (change: ObjectChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
