import { World } from '../../world/types';

/** What releases of the seeded past failed of their requests; documents of this kind, id the commit of the GitOps repository. */
const KIND = 'release-errors';

/** Notes that what a commit of the GitOps repository deployed fails a share (0 to 1) of its requests. */
export function noteReleaseErrors(
  { store }: Pick<World, 'store'>,
  revision: string,
  errorShare: number,
): void {
  store.put(KIND, revision, { errorShare });
}

export function releaseErrors(
  { store }: Pick<World, 'store'>,
  revision: string | undefined,
): { errorShare?: number } {
  return (revision && store.get<{ errorShare: number }>(KIND, revision)) || {};
}
