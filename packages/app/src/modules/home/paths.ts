import { parseEntityRef } from '@backstage/catalog-model';

/** Where the wizard for a new service is. */
export const CREATE_SERVICE_PATH = '/create/templates/default/create-service';

/** The page of all objectives. */
export const SLOS_PATH = '/slos';

/** The page of an entity, or one of its tabs. */
export function entityPagePath(entityRef: string, tab?: string): string {
  const { namespace, kind, name } = parseEntityRef(entityRef);
  const parts = [namespace, kind, name, ...(tab ? [tab] : [])];
  return `/catalog/${parts.map(encodeURIComponent).join('/')}`;
}
