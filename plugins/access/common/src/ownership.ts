import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { PLATFORM_TEAM_REF } from './groups';

/** True when one of the claims (entity references of a person and their groups) is the platform team. */
export function isPlatformTeam(claims: readonly string[]): boolean {
  return claims.some(claim => same(claim) === PLATFORM_TEAM_REF);
}

/** True when one of the claims owns the entity. */
export function isOwner(entity: Entity, claims: readonly string[]): boolean {
  const owners = (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => same(relation.targetRef));
  return claims.some(claim => owners.includes(same(claim)));
}

/** True when the claims allow to act on the entity: its owner, or the platform team. */
export function mayActOn(entity: Entity, claims: readonly string[]): boolean {
  return isPlatformTeam(claims) || isOwner(entity, claims);
}

function same(entityRef: string): string {
  return stringifyEntityRef(parseEntityRef(entityRef)).toLocaleLowerCase(
    'en-US',
  );
}
