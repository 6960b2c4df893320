import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NameConflict } from '@shopstack/plugin-golden-path-common';

/**
 * The entities that a new service of the name would collide with, in any case and namespace, as far as the caller may see.
 *
 * @throws ServiceUnavailableError when the catalog does not answer.
 */
export async function findCatalogNameConflicts(
  catalog: CatalogService,
  name: string,
  credentials: BackstageCredentials,
): Promise<NameConflict[]> {
  const wanted = name.toLocaleLowerCase('en-US');
  const { items } = await asking(() =>
    catalog.getEntities(
      {
        filter: [
          { kind: 'Component', 'metadata.name': wanted },
          { kind: 'API', 'metadata.name': `${wanted}-api` },
        ],
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials },
    ),
  );
  return items.map(({ kind, metadata }) => ({
    where: 'catalog',
    what: `${kind.toLocaleLowerCase('en-US')}:${metadata.namespace ?? 'default'}/${metadata.name}`,
  }));
}

/** Makes an outage of the catalog one of ours to the caller, and not an empty answer. */
export async function asking<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if ((error as Error).name === 'NotAllowedError') {
      throw error;
    }
    throw new ServiceUnavailableError('The catalog does not answer', error);
  }
}
