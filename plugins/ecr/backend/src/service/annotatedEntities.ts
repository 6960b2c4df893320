import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ECR_ARN_ANNOTATION,
  ECR_TAGS_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** Entities a page: the catalog is read in batches, however large it is. */
const BATCH = 500;

/** What is read of each. */
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** The entities that name repositories, as far as whose credentials these are may read them. */
export async function annotatedEntities(
  catalog: Pick<CatalogService, 'queryEntities'>,
  credentials: BackstageCredentials,
  narrowed: { kind?: string; ownedBy?: string[] } = {},
): Promise<Entity[]> {
  const { kind, ownedBy = [] } = narrowed;
  const filter = [ECR_ARN_ANNOTATION, ECR_TAGS_ANNOTATION].map(
    (annotation): Exclude<EntityFilterQuery, unknown[]> => ({
      [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
      ...(kind && { kind }),
      ...(ownedBy.length > 0 && { 'relations.ownedBy': ownedBy }),
    }),
  );
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await catalog.queryEntities(
      cursor
        ? { cursor, fields: FIELDS, limit: BATCH }
        : { filter, fields: FIELDS, limit: BATCH, totalItems: 'exclude' },
      { credentials },
    );
    entities.push(...items);
    cursor = pageInfo.nextCursor;
  } while (cursor);
  return entities;
}
