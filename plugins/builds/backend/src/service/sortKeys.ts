import { createHash } from 'node:crypto';
import type { StoredBuild } from '../store/BuildStore';
import type { ReadBuild } from './ExecutorProject';

/** The shape of a sort key: milliseconds, number, and a hash that keeps apart what is equal in both. */
export const SORT_KEY = /^\d{15}\d{10}[0-9a-f]{12}$/;

const MILLISECOND_DIGITS = 15;
const NUMBER_DIGITS = 10;
const HASH_DIGITS = 12;

/** Above every build. */
export const NEWEST = `${'9'.repeat(MILLISECOND_DIGITS + NUMBER_DIGITS)}${'f'.repeat(HASH_DIGITS)}`;

/**
 * Gives builds their places in the list of all builds. `ids` is the order of the executor, newest first, and stands:
 * where the times say something else, a build goes right below the one before it. What is known keeps its place.
 */
export function placeBuilds(
  ids: string[],
  read: ReadBuild[],
  known: ReadonlyMap<string, StoredBuild>,
  options: { below?: string; now: Date },
): StoredBuild[] {
  const fresh = new Map(read.map(each => [each.build.id, each]));
  const placed: StoredBuild[] = [];
  let previous = options.below;
  for (const id of ids) {
    const kept = known.get(id);
    const build = fresh.get(id) ?? kept?.read;
    if (!build) {
      continue;
    }
    const sortKey = kept?.sortKey ?? keyBelow(build, previous, options.now);
    placed.push({ read: build, sortKey });
    previous = sortKey;
  }
  return placed;
}

function keyBelow(
  { build }: ReadBuild,
  previous: string | undefined,
  now: Date,
): string {
  const started = build.startedAt ? Date.parse(build.startedAt) : Number.NaN;
  const latest =
    previous === undefined
      ? Number.POSITIVE_INFINITY
      : Number(previous.slice(0, MILLISECOND_DIGITS));
  const wanted = Number.isNaN(started)
    ? Math.min(latest, now.getTime())
    : Math.min(latest, started);
  const key = sortKeyOf(wanted, build.number, build.id);
  return previous === undefined || key < previous
    ? key
    : sortKeyOf(latest - 1, build.number, build.id);
}

function sortKeyOf(
  milliseconds: number,
  number: number | undefined,
  id: string,
): string {
  const whole = (value: number, digits: number) =>
    String(Math.max(0, Math.trunc(value)))
      .slice(0, digits)
      .padStart(digits, '0');
  const hash = createHash('sha256').update(id).digest('hex');
  return [
    whole(milliseconds, MILLISECOND_DIGITS),
    whole(number ?? 0, NUMBER_DIGITS),
    hash.slice(0, HASH_DIGITS),
  ].join('');
}
