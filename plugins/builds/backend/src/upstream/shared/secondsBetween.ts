/** Whole seconds between two times, where both are known and in order. */
export function secondsBetween(
  start: Date | undefined,
  end: Date | undefined,
): number | undefined {
  const seconds =
    start && end && Math.round((end.getTime() - start.getTime()) / 1000);
  return seconds !== undefined && seconds >= 0 ? seconds : undefined;
}
