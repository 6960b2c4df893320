import type { SloQueryFilter, SloSummary } from '@shopstack/plugin-slo-common';
import type { SloOwner } from './SloOwner';

/** Whether an objective fits a question, but for its state and its instance. */
export function fits(
  { search, ownedBy, system }: SloQueryFilter,
  slo: SloSummary,
  owner: SloOwner | undefined,
): boolean {
  return (
    hasText(search, [slo.name, slo.service, slo.title, owner?.title]) &&
    hasReference(ownedBy, owner?.owners) &&
    hasReference(system, owner?.systems)
  );
}

function hasText(
  search: string | undefined,
  texts: (string | undefined)[],
): boolean {
  const wanted = search?.trim().toLocaleLowerCase('en-US');
  return (
    !wanted ||
    texts.some(text => text?.toLocaleLowerCase('en-US').includes(wanted))
  );
}

function hasReference(
  wanted: readonly string[] | undefined,
  references: readonly string[] = [],
): boolean {
  if (!wanted?.length) {
    return true;
  }
  const known = wanted.map(ref => ref.toLocaleLowerCase('en-US'));
  return references.some(ref => known.includes(ref.toLocaleLowerCase('en-US')));
}
