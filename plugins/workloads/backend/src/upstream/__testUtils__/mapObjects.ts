import { ClusterObjects } from '../ClusterObjects';
import { toWorkloads } from '../mapping';
import { AUTOSCALERS, CONTROLLERS, EVENTS, PODS } from '../resources';

const [DEPLOYMENTS, STATEFUL_SETS, DAEMON_SETS, ROLLOUTS] = CONTROLLERS;

/** What these objects of a cluster become. */
export function map(
  parts: Partial<
    Record<
      | 'pods'
      | 'deployments'
      | 'statefulSets'
      | 'daemonSets'
      | 'rollouts'
      | 'autoscalers'
      | 'events',
      unknown[]
    >
  >,
  context: { cluster?: string; service?: string } = {},
) {
  const objects = new ClusterObjects();
  objects.replace(PODS, parts.pods ?? []);
  objects.replace(DEPLOYMENTS, parts.deployments ?? []);
  objects.replace(STATEFUL_SETS, parts.statefulSets ?? []);
  objects.replace(DAEMON_SETS, parts.daemonSets ?? []);
  objects.replace(ROLLOUTS, parts.rollouts ?? []);
  objects.replace(AUTOSCALERS, parts.autoscalers ?? []);
  objects.replace(EVENTS, parts.events ?? []);
  return toWorkloads(objects, { cluster: 'shop', ...context });
}
