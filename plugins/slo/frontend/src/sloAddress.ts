import { parseEntityRef } from '@backstage/catalog-model';
import type { SloReference } from '@shopstack/plugin-slo-common';

/** Key of the address of the tab under which the open objective stands. */
export const OPEN_SLO_KEY = 'slo';

/** `instance/id`, as addresses hold it. */
export function formatSloReference({ instance, id }: SloReference): string {
  return `${instance}/${id}`;
}

/** The objective that an address names; undefined when it names none, or nothing that could be one. */
export function parseSloReference(
  text: string | null,
): SloReference | undefined {
  const end = text?.indexOf('/') ?? -1;
  if (!text || end < 1 || end === text.length - 1) return undefined;
  return { instance: text.slice(0, end), id: text.slice(end + 1) };
}

/** The query of the address of the tab that opens an objective. */
export function openSloQuery(reference: SloReference): string {
  return `?${new URLSearchParams({ [OPEN_SLO_KEY]: formatSloReference(reference) })}`;
}

/** The page of an entity. */
export function entityPath(entityRef: string): string {
  const { namespace, kind, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}`;
}

/** The tab of an entity, or one objective in it. */
export function entitySlosPath(
  entityRef: string,
  reference?: SloReference,
): string {
  const query = reference ? openSloQuery(reference) : '';
  return `${entityPath(entityRef)}/slos${query}`;
}
