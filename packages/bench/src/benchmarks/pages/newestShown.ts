import type { Service } from '../../lab/services';
import type { Line } from '../../measure/judgeLines';
import { newestDigests } from '../../stubs/content/images';
import type { View } from '../../views/View';

const newest = 10;

/** How many of the newest images are among the digests that a page shows. */
export const countNewest = (repository: string, shown: string[]) =>
  newestDigests(repository, newest).filter(digest => shown.includes(digest))
    .length;

/** Ours must show them at the top of its first page; the peer may show them anywhere. */
export function newestShown(
  { repository }: Service,
  ours: View,
  peer: View | undefined,
): Line {
  const ourDigests: string[] = ours.body.items.map(
    ({ digest }: { digest: string }) => digest,
  );
  const peerDigests: string[] | undefined =
    peer?.body.repositories[0].images.map(
      ({ imageDigest }: { imageDigest: string }) => imageDigest,
    );
  return {
    what: 'ECR, of the 10 newest images shown',
    unit: 'images',
    ours: countNewest(repository, ourDigests.slice(0, newest)),
    peer: peerDigests && countNewest(repository, peerDigests),
    goal: { atLeast: newest },
  };
}
