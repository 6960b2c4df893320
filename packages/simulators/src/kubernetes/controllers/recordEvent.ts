import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { hash } from '../hash';
import { keyOf } from '../objectKey';

/** What happened to an object, for `kubectl describe`. */
interface EventDetails {
  type?: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Who says so. */
  component: string;
}

/** How long the cluster keeps events, in milliseconds; Kubernetes keeps them for an hour. */
const EVENT_LIFETIME = 60 * 60 * 1000;

/** Adds an Event about an object, or counts one up that says the same. */
export function recordEvent(
  cluster: Cluster,
  object: Manifest,
  { type = 'Normal', reason, message, component }: EventDetails,
): void {
  if (cluster.inThePast) {
    return;
  }
  const { name, namespace, uid } = object.metadata;
  const time = timestamp(cluster.now());
  const suffix = hash(`${uid} ${reason} ${message}`).slice(0, 16);
  const event: Manifest = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${suffix}`, namespace: namespace ?? 'default' },
  };
  const existing = cluster.getByKey(keyOf(event));
  if (existing) {
    cluster.update({
      ...existing,
      count: existing.count + 1,
      lastTimestamp: time,
    });
    return;
  }
  cluster.create({
    ...event,
    involvedObject: {
      kind: object.kind,
      namespace,
      name,
      uid,
      apiVersion: object.apiVersion,
      resourceVersion: object.metadata.resourceVersion,
    },
    reason,
    message,
    type,
    count: 1,
    firstTimestamp: time,
    lastTimestamp: time,
    source: { component },
    reportingComponent: component,
    reportingInstance: '',
  });
}

/** Takes out events that are too old to keep. */
export function dropOldEvents(cluster: Cluster): void {
  const limit = cluster.now().getTime() - EVENT_LIFETIME;
  for (const event of cluster.list('v1', 'Event')) {
    if (new Date(event.lastTimestamp).getTime() < limit) {
      cluster.remove(keyOf(event));
    }
  }
}
