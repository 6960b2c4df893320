import {
  ECR_SEVERITIES,
  type EcrImageQuery,
  type EcrScan,
} from '@shopstack/plugin-ecr-common';
import { newestFirst, type RepositoryImage } from '../images/RepositoryImage';

/** The images of one repository, and what is known of them beside the list. */
export interface ListedRepository<R> {
  repository: R;
  /** Newest first. */
  images: readonly RepositoryImage[];
  scanOf(image: RepositoryImage): EcrScan;
  /** Environments that run it. */
  runningIn(digest: string): string[];
}

export interface FoundImage<R> {
  from: ListedRepository<R>;
  image: RepositoryImage;
}

/** What fits the question, of all repositories together: the wanted stretch, newest first, and how many there are. */
export function filterImages<R>(
  repositories: ListedRepository<R>[],
  query: EcrImageQuery,
  { offset, limit }: { offset: number; limit: number },
): { found: FoundImage<R>[]; total: number } {
  const fitting = repositories.map(from =>
    from.images.filter(predicate(from, query)).map(image => ({ from, image })),
  );
  const total = fitting.reduce((sum, images) => sum + images.length, 0);
  const [only, ...others] = fitting;
  const ordered =
    others.length > 0
      ? merge(fitting, offset + limit)
      : (only ?? []).slice(0, offset + limit);
  return { found: ordered.slice(offset), total };
}

function predicate<R>(
  { scanOf, runningIn }: ListedRepository<R>,
  query: EcrImageQuery,
): (image: RepositoryImage) => boolean {
  const { search, untagged, running, scan, severity } = query;
  const conditions: ((image: RepositoryImage) => boolean)[] = [];
  if (search) {
    conditions.push(searching(search));
  }
  if (untagged === false) {
    conditions.push(
      ({ tags, digest }) => tags.length > 0 || runningIn(digest).length > 0,
    );
  }
  if (running) {
    conditions.push(({ digest }) => runningIn(digest).length > 0);
  }
  if (scan?.length) {
    const statuses = new Set(scan);
    conditions.push(image => statuses.has(scanOf(image).status));
  }
  if (severity) {
    const orWorse = ECR_SEVERITIES.slice(
      0,
      ECR_SEVERITIES.indexOf(severity) + 1,
    );
    conditions.push(image => {
      const { counts } = scanOf(image);
      return orWorse.some(name => (counts?.[name] ?? 0) > 0);
    });
  }
  return image => conditions.every(condition => condition(image));
}

/** Part of a tag, or the beginning of a digest with or without its `sha256:`. */
function searching(search: string): (image: RepositoryImage) => boolean {
  const wanted = search.trim().toLowerCase();
  const digest = wanted.startsWith('sha256:') ? wanted : `sha256:${wanted}`;
  return image =>
    image.digest.startsWith(digest) ||
    image.tags.some(tag => tag.toLowerCase().includes(wanted));
}

/** The first of several lists that are each in order; they are few, and the wanted stretch is short. */
function merge<R>(lists: FoundImage<R>[][], most: number): FoundImage<R>[] {
  const next = lists.map(() => 0);
  const merged: FoundImage<R>[] = [];
  while (merged.length < most) {
    let newest = -1;
    lists.forEach((list, index) => {
      const candidate = list[next[index]];
      const best = newest < 0 ? undefined : lists[newest][next[newest]];
      if (
        candidate &&
        (!best || newestFirst(candidate.image, best.image) < 0)
      ) {
        newest = index;
      }
    });
    if (newest < 0) {
      break;
    }
    merged.push(lists[newest][next[newest]]);
    next[newest] += 1;
  }
  return merged;
}
