/** The value that occurs most often; among equals the first in order. Undefined when there is none. */
export function mostCommon<T extends string>(
  values: Iterable<T | undefined>,
): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) {
    if (value !== undefined) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([value]) => value)[0];
}
