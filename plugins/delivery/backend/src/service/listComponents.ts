import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { SERVICE_ANNOTATION } from '@shopstack/plugin-kit-common';

/** Components with a service annotation that the caller may read, by name; only the fields that lists need. */
export async function listComponents(
  catalog: CatalogService,
  options: {
    ownedBy?: string[];
    limit: number;
    credentials: BackstageCredentials;
  },
): Promise<{ entities: Entity[]; truncated: boolean }> {
  const { ownedBy, limit, credentials } = options;
  if (ownedBy?.length === 0) {
    return { entities: [], truncated: false };
  }
  const { items, pageInfo } = await catalog.queryEntities(
    {
      filter: {
        kind: 'component',
        ...(ownedBy && { 'relations.ownedBy': ownedBy }),
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'metadata.annotations',
        'relations',
      ],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit,
    },
    { credentials },
  );
  return {
    entities: items.filter(
      entity => entity.metadata.annotations?.[SERVICE_ANNOTATION],
    ),
    truncated: pageInfo.nextCursor !== undefined,
  };
}
