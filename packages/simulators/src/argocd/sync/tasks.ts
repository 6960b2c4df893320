import type { Manifest } from '../../kustomize/manifest';
import {
  hasOption,
  hookPhases,
  waveOf,
  type Comparison,
} from '../compare/compareApplication';
import type { ResourceResult, SyncOperation } from '../types';
import { groupVersion } from '../../kustomize/manifest';

/** One thing a sync does: apply an object, run a hook, or take an object away. */
export interface SyncTask {
  phase: NonNullable<ResourceResult['syncPhase']>;
  wave: number;
  /** The manifest to apply; absent when the object is pruned. */
  target?: Manifest;
  live?: Manifest;
  hook: boolean;
  /** Pruned, but the operation or the object says not to. */
  skipped?: boolean;
}

/** Tasks that are done together; the next group begins when they are healthy. */
export interface TaskGroup {
  phase: SyncTask['phase'];
  wave: number;
  tasks: SyncTask[];
}

const phases = ['PreSync', 'Sync', 'PostSync'] as const;

/** Kinds in the order they are applied within a wave; others come after them, by name. */
const kindOrder = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

/** What a sync has to do, in the order it does it. */
export function planTasks(
  comparison: Comparison,
  operation: SyncOperation,
): TaskGroup[] {
  const selective = (operation.resources ?? []).length > 0;
  const tasks: SyncTask[] = comparison.resources
    .filter(({ status }) => isChosen(operation, status))
    .filter(({ target, status }) => target || status.requiresPruning)
    .map(({ target, live }) => ({
      phase: 'Sync',
      wave: waveOf(target ?? live!),
      target,
      live,
      hook: false,
      ...(!target && {
        skipped: !operation.prune || hasOption(live!, 'Prune=false'),
      }),
    }));
  if (!selective) {
    tasks.push(...comparison.hooks.flatMap(hookTasks));
  }
  return group(tasks);
}

/** Whether a group comes after another: phases in their order, then waves. */
export function isAfter(
  one: Pick<SyncTask, 'phase' | 'wave'>,
  other: Pick<SyncTask, 'phase' | 'wave'>,
): boolean {
  return comparePlaces(one, other) > 0;
}

/** Group, version, kind and name, as `syncResult.resources` writes them. */
export function resultOf(
  task: SyncTask,
): Pick<
  ResourceResult,
  'group' | 'version' | 'kind' | 'namespace' | 'name' | 'syncPhase'
> {
  const { apiVersion, kind, metadata } = (task.target ?? task.live)!;
  return {
    ...groupVersion(apiVersion),
    kind,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    syncPhase: task.phase,
  };
}

function hookTasks(target: Manifest): SyncTask[] {
  return hookPhases(target)
    .filter(phase => (phases as readonly string[]).includes(phase))
    .map(phase => ({
      phase: phase as SyncTask['phase'],
      wave: waveOf(target),
      target,
      hook: true,
    }));
}

function isChosen(
  { resources }: SyncOperation,
  status: { group?: string; kind: string; namespace?: string; name: string },
): boolean {
  return (
    !resources?.length ||
    resources.some(
      each =>
        each.kind === status.kind &&
        each.name === status.name &&
        (each.group ?? '') === (status.group ?? '') &&
        (!each.namespace || each.namespace === status.namespace),
    )
  );
}

function group(tasks: SyncTask[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const task of [...tasks].sort(order)) {
    const { phase, wave } = task;
    const key = `${phase}/${wave}`;
    const existing = groups.get(key) ?? { phase, wave, tasks: [] };
    existing.tasks.push(task);
    groups.set(key, existing);
  }
  return [...groups.values()];
}

function order(one: SyncTask, other: SyncTask): number {
  return (
    comparePlaces(one, other) ||
    // What goes away goes after what comes.
    Number(!one.target) - Number(!other.target) ||
    rank(one) - rank(other) ||
    (nameOf(one) < nameOf(other) ? -1 : 1)
  );
}

function comparePlaces(
  one: Pick<SyncTask, 'phase' | 'wave'>,
  other: Pick<SyncTask, 'phase' | 'wave'>,
): number {
  const place = (phase: string) => (phases as readonly string[]).indexOf(phase);
  return place(one.phase) - place(other.phase) || one.wave - other.wave;
}

function rank({ target, live }: SyncTask): number {
  const index = kindOrder.indexOf((target ?? live)!.kind);
  return index < 0 ? kindOrder.length : index;
}

function nameOf({ target, live }: SyncTask): string {
  const { kind, metadata } = (target ?? live)!;
  return `${kind}/${metadata.name}`;
}
