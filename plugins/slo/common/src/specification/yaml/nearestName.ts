/**
 * What is said of a name that is not known: the known one that it was probably meant to be, or all of them.
 */
export function suggestName(name: string, known: readonly string[]): string {
  const best = known
    .map(each => ({ each, distance: distance(bare(name), bare(each)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const near = best && best.distance <= Math.max(1, best.each.length / 3);
  return near ? `did you mean "${best.each}"?` : `known: ${known.join(', ')}`;
}

/** Spelled otherwise, it is the same name: `errorQuery`, `error_query`. */
function bare(name: string): string {
  return name.slice(0, 60).toLowerCase().replace(/[_-]/g, '');
}

/** How many letters have to change, come or go (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      here[column] = Math.min(
        above[column] + 1,
        here[column - 1] + 1,
        above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1),
      );
    }
    above = here;
  }
  return above[b.length];
}
