import type { RepositoryImage } from '../images/RepositoryImage';
import type { RunningImage } from '../service/RunningImages';

/**
 * The indexes that run, by their digest or by the tag that the pods name: pods of some container runtimes tell the digest
 * of the image of their platform, and only the manifest of the index says that it belongs to it.
 */
export function runningIndexes(
  listed: readonly RepositoryImage[],
  running: readonly RunningImage[],
): string[] {
  const digests = new Set(running.map(({ digest }) => digest));
  const tags = new Set(running.flatMap(image => image.tags));
  return listed
    .filter(
      image =>
        image.kind === 'index' &&
        !image.archived &&
        (digests.has(image.digest) || image.tags.some(tag => tags.has(tag))),
    )
    .map(({ digest }) => digest);
}
