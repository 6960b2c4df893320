import type { EcrImageKind, EcrScan } from '@shopstack/plugin-ecr-common';

/**
 * One image as it is kept for each repository: what the registry tells and no more, because a repository may hold a
 * hundred thousand of them. Times are ISO strings.
 */
export interface RepositoryImage {
  digest: string;
  tags: string[];
  kind: EcrImageKind;
  sizeInBytes?: number;
  pushedAt?: string;
  lastPulledAt?: string;
  mediaType?: string;
  archived?: boolean;
  /** The scan, where the list itself tells it; newer kinds of scanning do not. */
  scan?: EcrScan;
}

/**
 * What has no date stands last. The platform images of an index are pushed with it: the index, which has the tag, comes
 * first. Then by digest, so that the order does not change between answers.
 */
export function newestFirst(a: RepositoryImage, b: RepositoryImage): number {
  const [pushedA, pushedB] = [a.pushedAt ?? '', b.pushedAt ?? ''];
  if (pushedA !== pushedB) {
    return pushedA < pushedB ? 1 : -1;
  }
  const tagged = Number(b.tags.length > 0) - Number(a.tags.length > 0);
  return tagged || (a.digest < b.digest ? -1 : 1);
}
