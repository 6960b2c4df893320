/** Texts, in which a bracket is no range, and ranges with what they may have after a colon. */
const TEXT_OR_RANGE =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\[([^\]:]+)(:[^\]]*)?\]/g;

/**
 * Writes the ranges of an expression anew.
 *
 * @param write - is told the duration and, of a subquery, the resolution with its colon
 */
export function mapRanges(
  query: string,
  write: (duration: string, resolution: string) => string,
): string {
  return query.replace(
    TEXT_OR_RANGE,
    (text, duration?: string, resolution: string = '') =>
      duration === undefined ? text : write(duration.trim(), resolution),
  );
}
