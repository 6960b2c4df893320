import { setTimeout as delay } from 'node:timers/promises';
import type { GitForge } from '../forge/GitForge';
import type { PlannedChange } from './PlannedChange';

/** First pause between two tries, in milliseconds; it doubles up to five seconds. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

/**
 * Closes the open pull requests of the changes and deletes their branches. Pull requests are looked for by branch, since
 * one may have been opened by a call whose answer never came. A forge that is down is asked again until the deadline.
 *
 * @returns What could not be tidied up, for a person to look at.
 */
export async function cleanUp(
  forge: GitForge,
  changes: PlannedChange[],
  timeoutMs: number,
): Promise<string[]> {
  const deadline = Date.now() + timeoutMs;
  const left = await Promise.all(
    changes.map(async change => {
      const { owner, name } = change.repository;
      try {
        await persist(() => cleanUpOne(forge, change), deadline);
        return [];
      } catch (error) {
        return [
          `${owner}/${name} branch ${change.branch}: ${(error as Error).message}`,
        ];
      }
    }),
  );
  return left.flat();
}

async function cleanUpOne(
  forge: GitForge,
  { repository, branch }: PlannedChange,
): Promise<void> {
  const found = await forge.findPullRequests(repository, branch);
  for (const { number, state } of found) {
    if (state === 'open') {
      await forge.closePullRequest(repository, number);
    }
  }
  if (!found.some(({ state }) => state === 'merged')) {
    await forge.deleteBranch(repository, branch);
  }
}

async function persist(
  work: () => Promise<void>,
  deadline: number,
): Promise<void> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() + pause > deadline) {
        throw error;
      }
      await delay(pause);
    }
  }
}
