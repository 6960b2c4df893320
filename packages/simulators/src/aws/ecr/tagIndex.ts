import type { DocumentStore, RegistryImage } from '../../world/types';

/** Tag to digest, by repository. */
const indexes = new WeakMap<DocumentStore, Map<string, Map<string, string>>>();

/**
 * The image that has a tag. Whoever pushes thousands of images must not make the store read all of them each time, so
 * the tags of a repository are read once; what is pushed later is recorded by `recordTag`.
 */
export function findByTag(
  store: DocumentStore,
  repository: string,
  tag: string,
): RegistryImage | undefined {
  const digest = tagsOf(store, repository).get(tag);
  const image =
    digest && store.get<RegistryImage>('image', `${repository}/${digest}`);
  return image && image.tags.includes(tag) ? image : undefined;
}

/** Notes that an image got a tag. */
export function recordTag(
  store: DocumentStore,
  { repository, digest }: Pick<RegistryImage, 'repository' | 'digest'>,
  tag: string,
): void {
  indexes.get(store)?.get(repository)?.set(tag, digest);
}

/** Notes that a repository is gone. */
export function forgetTags(store: DocumentStore, repository: string): void {
  indexes.get(store)?.delete(repository);
}

function tagsOf(store: DocumentStore, repository: string) {
  const repositories = indexes.get(store) ?? new Map();
  indexes.set(store, repositories);
  const known = repositories.get(repository);
  if (known) {
    return known as Map<string, string>;
  }
  const tags = new Map<string, string>();
  for (const image of store.listByPrefix<RegistryImage>(
    'image',
    `${repository}/`,
  )) {
    image.tags.forEach(tag => tags.set(tag, image.digest));
  }
  repositories.set(repository, tags);
  return tags;
}
