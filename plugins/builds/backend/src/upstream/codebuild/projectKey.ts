import { createHash } from 'node:crypto';

const DIGITS = 24;

/** The key of a project in our API: short enough for an address, and the same in every replica. */
export function codeBuildKey(arn: string): string {
  const hash = createHash('sha256').update(arn).digest('hex');
  return `codebuild-${hash.slice(0, DIGITS)}`;
}
