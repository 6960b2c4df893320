import {
  AUTOSCALERS,
  CONTROLLERS,
  EVENTS,
  PODS,
  type Resource,
} from './resources';
import type {
  WireAutoscaler,
  WireController,
  WireEvent,
  WirePod,
} from './wire';

/** The objects of one cluster by kind, as far as they could be read. */
export class ClusterObjects {
  readonly #byKind = new Map<string, Map<string, unknown>>();

  /** Keeps an object; one that cannot be read is left out. */
  put(resource: Resource, object: unknown): void {
    const parsed = resource.schema.safeParse(object);
    if (parsed.success) {
      this.#of(resource).set(keyOf(parsed.data), parsed.data);
    }
  }

  remove(resource: Resource, object: unknown): void {
    const parsed = resource.schema.safeParse(object);
    if (parsed.success) {
      this.#of(resource).delete(keyOf(parsed.data));
    }
  }

  /** Takes the place of all objects of a kind. */
  replace(resource: Resource, objects: unknown[]): void {
    this.#byKind.delete(resource.kind);
    objects.forEach(object => this.put(resource, object));
  }

  /** Forgets the longest known of a kind beyond so many. */
  limit(resource: Resource, most: number): void {
    const objects = this.#of(resource);
    for (const key of objects.keys()) {
      if (objects.size <= most) {
        return;
      }
      objects.delete(key);
    }
  }

  get pods(): WirePod[] {
    return this.#all(PODS);
  }

  get controllers(): { kind: string; object: WireController }[] {
    return CONTROLLERS.flatMap(resource =>
      this.#all<WireController>(resource).map(object => ({
        kind: resource.kind,
        object,
      })),
    );
  }

  get autoscalers(): WireAutoscaler[] {
    return this.#all(AUTOSCALERS);
  }

  get events(): WireEvent[] {
    return this.#all(EVENTS);
  }

  #all<T>(resource: Resource): T[] {
    return [...this.#of(resource).values()] as T[];
  }

  #of({ kind }: Resource): Map<string, unknown> {
    const objects = this.#byKind.get(kind) ?? new Map<string, unknown>();
    this.#byKind.set(kind, objects);
    return objects;
  }
}

function keyOf({
  metadata,
}: {
  metadata: { name: string; namespace?: string };
}): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
