import type { Entity } from '@backstage/catalog-model';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { type SloOwner, sloOwnerOf } from './SloOwner';
import { sloServices } from './sloSelection';

interface Candidate {
  owner: SloOwner;
  isComponent: boolean;
  instances: string[];
}

/** Finds the entity of an objective by the services that entities name; the same as on their pages. */
export class EntityIndex {
  readonly #byService = new Map<string, Candidate[]>();

  add(entity: Entity): void {
    const { services, instances } = sloServices(entity);
    const candidate: Candidate = {
      owner: sloOwnerOf(entity),
      isComponent: entity.kind.toLocaleLowerCase('en-US') === 'component',
      instances,
    };
    for (const service of services) {
      const known = this.#byService.get(service) ?? [];
      known.push(candidate);
      this.#byService.set(service, known);
    }
  }

  /** Where several name its service: a component before others, then the first by reference. */
  find({
    service,
    instance,
  }: Pick<SloSummary, 'service' | 'instance'>): SloOwner | undefined {
    const [first] = (this.#byService.get(service) ?? [])
      .filter(
        ({ instances }) =>
          instances.length === 0 || instances.includes(instance),
      )
      .sort(
        (one, other) =>
          Number(other.isComponent) - Number(one.isComponent) ||
          one.owner.entityRef.localeCompare(other.owner.entityRef, 'en'),
      );
    return first?.owner;
  }
}
