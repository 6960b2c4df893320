import { parseDuration } from '../../domain';
import type { SloSpecification } from '../SloSpecification';
import type { Mapping } from '../yaml/Mapping';

/** How the intervals of the three groups of rules are written. */
export interface IntervalKeys {
  /** For groups that name none of their own. */
  all: string;
  sli: string;
  metadata: string;
  alerts: string;
}

/** `interval` of an objective. */
export const INTERVAL_KEYS: IntervalKeys = {
  all: 'all',
  sli: 'slierror',
  metadata: 'metadata',
  alerts: 'alert',
};

/** The configuration of Sloth's plugin `rule_intervals`. */
export const INTERVAL_PLUGIN_KEYS: IntervalKeys = {
  all: 'default',
  sli: 'sliError',
  metadata: 'metadata',
  alerts: 'alert',
};

/** How often the groups of rules are evaluated, in seconds; undefined where nothing is said. */
export function readIntervals(
  mapping: Mapping,
  key: string,
  keys: IntervalKeys,
): SloSpecification['intervals'] {
  const given = mapping.child(key);
  if (!given) return undefined;
  given.only(Object.values(keys));
  const all = readDuration(given, keys.all);
  return {
    sli: readDuration(given, keys.sli) ?? all,
    metadata: readDuration(given, keys.metadata) ?? all,
    alerts: readDuration(given, keys.alerts) ?? all,
  };
}

function readDuration(mapping: Mapping, key: string): number | undefined {
  const text = mapping.text(key);
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  if (seconds === undefined) {
    mapping.problems.refuse(
      mapping.place(key),
      `"${text}" is no duration such as 30s or 5m`,
    );
  }
  return seconds;
}
