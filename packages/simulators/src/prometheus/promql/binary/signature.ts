import { VectorMatching } from '../ast';
import {
  Labels,
  METRIC_NAME,
  dropLabels,
  keepLabels,
  labelsKey,
} from '../labels';
import { VectorSeries } from '../values';

/** The labels by which series of two sides find each other. */
export function matchingLabels(
  labels: Labels,
  matching: VectorMatching,
): Labels {
  return matching.on
    ? keepLabels(labels, new Set(matching.labels))
    : dropLabels(labels, new Set([...matching.labels, METRIC_NAME]));
}

export function groupBySignature(
  series: readonly VectorSeries[],
  matching: VectorMatching,
): Map<string, VectorSeries[]> {
  const groups = new Map<string, VectorSeries[]>();
  for (const one of series) {
    const key = labelsKey(matchingLabels(one.labels, matching));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** 1 at each moment where one of the series has a value. */
export function presenceOf(
  series: readonly VectorSeries[],
  length: number,
): Uint8Array {
  if (series.length === 1) return series[0].present;
  const present = new Uint8Array(length);
  for (const one of series) {
    for (let i = 0; i < length; i++) present[i] |= one.present[i];
  }
  return present;
}
