import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { SloSummary } from '@shopstack/plugin-slo-common';

/** The entity that objectives belong to. */
export interface SloOwner {
  entityRef: string;
  title?: string;
  /** References of the groups and people that own it. */
  owners: string[];
  /** References of the systems that it is a part of. */
  systems: string[];
}

export function sloOwnerOf(entity: Entity): SloOwner {
  const related = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owners: related(RELATION_OWNED_BY),
    systems: related(RELATION_PART_OF).filter(ref => ref.startsWith('system:')),
  };
}

/** The objective with the entity that it belongs to. */
export function withOwner(
  slo: SloSummary,
  owner: SloOwner | undefined,
): SloSummary {
  if (!owner) {
    return slo;
  }
  const { entityRef, title, owners, systems } = owner;
  return {
    ...slo,
    entityRef,
    ...(title && { entityTitle: title }),
    ...(owners[0] && { owner: owners[0] }),
    ...(systems[0] && { system: systems[0] }),
  };
}
