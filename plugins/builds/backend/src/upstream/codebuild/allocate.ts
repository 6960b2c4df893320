/**
 * How many of its first ids each wish gets: all that it must have, then one more for each in turn while there is room
 * in the calls that are made anyway.
 */
export function allocate(
  wishes: readonly { ids: readonly string[]; must: number }[],
  batchSize: number,
): number[] {
  const counts = wishes.map(({ ids, must }) => Math.min(must, ids.length));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let room = Math.ceil(total / batchSize) * batchSize - total;
  let grew = true;
  while (room > 0 && grew) {
    grew = false;
    for (const [index, { ids }] of wishes.entries()) {
      if (room > 0 && counts[index] < ids.length) {
        counts[index] += 1;
        room -= 1;
        grew = true;
      }
    }
  }
  return counts;
}
