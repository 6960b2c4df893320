import type { WorkloadEvent } from '@shopstack/plugin-workloads-common';
import type { WireEvent } from './wire';

/** What an event may be about. */
export interface Subject {
  kind: string;
  name: string;
}

const MOST = 10;
const LONGEST_MESSAGE = 1_000;

/**
 * What controllers make of their own name: `orders-7d9f6c5b8`, `orders-7d9f6c5b8-x2x4z`, `orders-0`. Their letters leave
 * out vowels and what looks alike (k8s.io/apimachinery, rand.SafeEncodeString).
 */
const MADE: Record<string, RegExp> = {
  ReplicaSet: /-[b-df-hj-np-tv-xz2456789]+$/,
  Pod: /(-[b-df-hj-np-tv-xz2456789]{6,10})?-([b-df-hj-np-tv-xz2456789]{5}|\d+)$/,
};

/**
 * Makes a lookup of the events about a workload: its latest, at most ten. Those of pods and ReplicaSets that are gone
 * are found by the name that they were made of.
 */
export function eventsBySubject(
  events: readonly WireEvent[],
): (namespace: string, subjects: Subject[]) => WorkloadEvent[] {
  const found = new Map<string, WireEvent[]>();
  for (const event of events) {
    const { kind, name, namespace = '' } = event.involvedObject;
    const names = [`${kind}/${name}`];
    const made = MADE[kind] && name.replace(MADE[kind], '');
    if (made && made !== name) {
      names.push(`made/${made}`);
    }
    for (const each of names) {
      const key = `${namespace}/${each}`;
      found.set(key, [...(found.get(key) ?? []), event]);
    }
  }
  return (namespace, subjects) => {
    const made = { kind: 'made', name: subjects[0].name };
    const related = [...subjects, made].flatMap(
      ({ kind, name }) => found.get(`${namespace}/${kind}/${name}`) ?? [],
    );
    return [...new Set(related)].map(toEvent).sort(latestFirst).slice(0, MOST);
  };
}

function toEvent(event: WireEvent): WorkloadEvent {
  const { kind, name } = event.involvedObject;
  const lastAt =
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    event.metadata.creationTimestamp;
  return {
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason: event.reason ?? '',
    message: (event.message ?? '').slice(0, LONGEST_MESSAGE),
    object: `${kind}/${name}`,
    count: event.series?.count ?? event.count ?? 1,
    ...(lastAt && { lastAt }),
  };
}

function latestFirst(a: WorkloadEvent, b: WorkloadEvent): number {
  return (
    (b.lastAt ?? '').localeCompare(a.lastAt ?? '') ||
    Number(b.type === 'Warning') - Number(a.type === 'Warning')
  );
}
