import type { SourceStatus } from '@shopstack/plugin-kit-common';

const ORDER: SourceStatus['state'][] = ['unavailable', 'stale', 'ok'];

/**
 * The states of sources of which one may have been asked several times for one answer: each topic that is well stays, so
 * that the page hears of its changes; of those in trouble the worst speaks for its source, for they all say the same.
 */
export function mergeSources(sources: readonly SourceStatus[]): SourceStatus[] {
  const worst = new Map<string, SourceStatus>();
  for (const status of sources) {
    const key = JSON.stringify([status.source, status.instance]);
    const known = worst.get(key);
    if (!known || rank(status) < rank(known)) {
      worst.set(key, status);
    }
  }
  const speaking = new Set(worst.values());
  const topics = new Set<string | undefined>();
  return sources.filter(status => {
    if (speaking.has(status)) {
      topics.add(status.topic);
      return true;
    }
    const isNew = status.topic !== undefined && !topics.has(status.topic);
    topics.add(status.topic);
    return status.state === 'ok' && isNew;
  });
}

function rank({ state }: SourceStatus): number {
  return ORDER.indexOf(state);
}
