import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the catalog says now of entities that name the source of their documentation; only kind and names are read. */
export async function documentedEntities(
  catalog: CatalogService,
  auth: AuthService,
): Promise<Entity[]> {
  const found: Entity[] = [];
  const pages = catalog.streamEntities(
    {
      filter: {
        'metadata.annotations.backstage.io/techdocs-ref': CATALOG_FILTER_EXISTS,
      },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    found.push(...page);
  }
  return found;
}
