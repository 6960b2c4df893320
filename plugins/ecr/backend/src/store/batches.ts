/** Well below the number of parameters that SQLite and PostgreSQL take in one statement. */
const BATCH = 500;

/** A list in pieces that fit into one statement, each value with so many parameters. */
export function inBatches<T>(
  items: readonly T[],
  parametersEach: number = 1,
): T[][] {
  const size = Math.floor(BATCH / parametersEach);
  const batches: T[][] = [];
  for (let first = 0; first < items.length; first += size) {
    batches.push(items.slice(first, first + size));
  }
  return batches;
}
