import type { World } from '../world/types';
import { serialize } from '../git/serialize';
import { updateReference } from '../git/references';

/** A branch to move; no `before` creates it, no `after` deletes it. */
interface BranchMove {
  repository: string;
  branch: string;
  before?: string;
  after?: string;
}

/**
 * Moves a branch and tells the world; `recordFirst` runs between the two, so that who hears of the push finds it done.
 * @throws ConflictError when it does not point to `before` any more
 */
export async function moveBranch(
  world: World,
  { repository, branch, before, after }: BranchMove,
  recordFirst?: () => void,
): Promise<void> {
  if (before === after) {
    return;
  }
  const directory = world.repositories.directory(repository);
  await serialize(directory, () =>
    updateReference(directory, `refs/heads/${branch}`, before, after),
  );
  recordFirst?.();
  world.events.emit('push', { repository, branch, before, after });
}
