import { ConflictError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { GitError, runGit } from './runGit';
import { removeStaleLocks } from './staleLocks';

/** A branch or tag and the object it names. */
export interface Reference {
  /** Full name, such as `refs/heads/main`. */
  name: string;
  sha: string;
}

const ZERO = '0'.repeat(40);
/** Long enough for a lock left by a killed process to become stale. */
const ATTEMPTS = 25;
const PAUSE_MS = 200;

/** All refs whose full name starts with the prefix, in order of their names. */
export async function listReferences(
  directory: string,
  prefix: string,
): Promise<Reference[]> {
  const output = await runGit(directory, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
  ]);
  const references: Reference[] = [];
  for (const line of output.toString('utf8').split('\n')) {
    const name = line.slice(41);
    if (name.startsWith(prefix) && name) {
      references.push({ name, sha: line.slice(0, 40) });
    }
  }
  return references;
}

/**
 * Moves a ref from one value to another; no `before` creates it, no `after` deletes it.
 * @throws ConflictError when the ref does not have the value `before` any more.
 */
export async function updateReference(
  directory: string,
  name: string,
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  const args = after
    ? ['update-ref', name, after, before ?? ZERO]
    : ['update-ref', '-d', name, before ?? ZERO];
  for (let attempt = 1; ; attempt++) {
    try {
      await runGit(directory, args);
      return;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const locked = /\.lock': File exists/.test(error.stderr);
      if (!locked || attempt === ATTEMPTS) {
        throw new ConflictError(
          `${name} could not be moved: ${error.stderr.trim()}`,
        );
      }
      const young = await removeStaleLocks(directory);
      if (young.length > 0) await delay(PAUSE_MS);
    }
  }
}
