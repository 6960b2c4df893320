import { createHash } from 'node:crypto';
import type { RecordedSlo } from './records';

/**
 * Key of what is read for an objective: it begins with a name that people recognise, and holds all that the answer
 * depends on as a hash, for queries are long.
 */
export function keyOf(
  { instance, id, service, name, labels }: RecordedSlo,
  what: string,
  ...rest: unknown[]
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([instance, id, service, name, labels, what, rest]))
    .digest('hex')
    .slice(0, 24);
  return `slo-${what}:${JSON.stringify([instance, id]).slice(0, 120)}:${hash}`;
}
