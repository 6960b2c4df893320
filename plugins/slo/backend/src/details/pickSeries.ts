/**
 * The one of several series that an objective's own labels fit best. Two that fit alike (replicas of a Prometheus behind a
 * querier that does not merge them) tell the same: the first in the order of their labels, so that it stays the same.
 */
export function pickSeries<T extends { labels: Record<string, string> }>(
  series: readonly T[],
  labels: Record<string, string>,
): T | undefined {
  const wanted = Object.entries(labels);
  const fit = ({ labels: own }: T) =>
    wanted.filter(([label, value]) => own[label] === value).length;
  return [...series].sort(
    (one, other) =>
      fit(other) - fit(one) || (keyOf(one) < keyOf(other) ? -1 : 1),
  )[0];
}

function keyOf({ labels }: { labels: Record<string, string> }): string {
  return JSON.stringify(
    Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
