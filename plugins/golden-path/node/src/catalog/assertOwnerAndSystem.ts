import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { asking } from './findCatalogNameConflicts';

/**
 * @throws InputError naming the field whose entity is not in the catalog, or not visible to the caller;
 *   ServiceUnavailableError when the catalog does not answer.
 */
export async function assertOwnerAndSystem(
  catalog: CatalogService,
  values: { owner: string; system: string },
  credentials: BackstageCredentials,
): Promise<void> {
  const { items } = await asking(() =>
    catalog.getEntitiesByRefs(
      {
        entityRefs: [values.owner, values.system],
        fields: ['kind', 'metadata.name'],
      },
      { credentials },
    ),
  );
  const missing = (['owner', 'system'] as const).filter(
    (_field, index) => !items[index],
  );
  if (missing.length > 0) {
    throw new InputError(
      missing
        .map(field => `${field}: ${values[field]} is not in the catalog`)
        .join('; '),
    );
  }
}
