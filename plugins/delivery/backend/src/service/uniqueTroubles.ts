import {
  type SourceStatus,
  troubledSources,
} from '@shopstack/plugin-kit-common';

/** Each troubled source once, as it has been troubled for longest. */
export function uniqueTroubles(sources: SourceStatus[]): SourceStatus[] {
  const found = new Map<string, SourceStatus>();
  for (const status of troubledSources(sources)) {
    const key = JSON.stringify([status.source, status.instance, status.state]);
    const before = found.get(key);
    if (!before || (status.since ?? '') < (before.since ?? '')) {
      found.set(key, status);
    }
  }
  return [...found.values()];
}
