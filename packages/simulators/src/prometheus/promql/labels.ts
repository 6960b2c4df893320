/** Labels of one series, in order of their names. A label that is absent and one that is empty mean the same. */
export type Labels = ReadonlyMap<string, string>;

export const METRIC_NAME = '__name__';

/** Labels that keep what was made of them, as series live on from query to query. */
class LabelSet extends Map<string, string> {
  key: string | undefined;
  nameless: Labels | undefined;
}

/** Sorts the names and leaves empty values out. */
export function labelsOf(
  entries: Record<string, string> | Iterable<readonly [string, string]>,
): Labels {
  const pairs =
    Symbol.iterator in entries
      ? [...(entries as Iterable<readonly [string, string]>)]
      : Object.entries(entries);
  return new LabelSet(
    pairs
      .filter(([, value]) => value !== '')
      .sort(([one], [other]) => compareText(one, other)),
  );
}

/** A text that two sets of labels share exactly when they are equal. */
export function labelsKey(labels: Labels): string {
  if (labels instanceof LabelSet) {
    labels.key ??= makeKey(labels);
    return labels.key;
  }
  return makeKey(labels);
}

function makeKey(labels: Labels): string {
  let key = '';
  for (const [name, value] of labels) {
    key += `${name}\u{1}${value}\u{2}`;
  }
  return key;
}

export function keepLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  const kept = new LabelSet();
  for (const [name, value] of labels) {
    if (names.has(name)) kept.set(name, value);
  }
  return kept;
}

export function dropLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  const kept = new LabelSet(labels);
  for (const name of names) kept.delete(name);
  return kept;
}

const NAME_ONLY: ReadonlySet<string> = new Set([METRIC_NAME]);

export function dropMetricName(labels: Labels): Labels {
  if (!labels.has(METRIC_NAME)) return labels;
  if (!(labels instanceof LabelSet)) return dropLabels(labels, NAME_ONLY);
  labels.nameless ??= dropLabels(labels, NAME_ONLY);
  return labels.nameless;
}

/** With some labels set, or removed where the new value is empty. */
export function withLabels(
  labels: Labels,
  changes: Iterable<readonly [string, string]>,
): Labels {
  const changed = new Map(labels);
  for (const [name, value] of changes) changed.set(name, value);
  return labelsOf(changed);
}

/** As Prometheus prints a series: `name{a="b", c="d"}`. */
export function printLabels(labels: Labels): string {
  const name = labels.get(METRIC_NAME) ?? '';
  const rest = [...labels]
    .filter(([label]) => label !== METRIC_NAME)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return rest.length === 0 && name ? name : `${name}{${rest.join(', ')}}`;
}

/** Byte order, as Go compares strings (for the texts that occur here). */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Orders two sets of labels the way Prometheus sorts series. */
export function compareLabels(one: Labels, other: Labels): number {
  const ours = [...one];
  const theirs = [...other];
  for (let i = 0; i < Math.min(ours.length, theirs.length); i++) {
    const order =
      compareText(ours[i][0], theirs[i][0]) ||
      compareText(ours[i][1], theirs[i][1]);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length;
}
