import type {
  Workload,
  WorkloadAutoscaler,
  WorkloadEvent,
} from '@shopstack/plugin-workloads-common';

/** What runs of one service in one environment, over all clusters and workloads. */
export interface EnvironmentWorkload {
  environment: string;
  desired: number;
  ready: number;
  restarts: number;
  /** Why pods are not ready, in the cluster's words. */
  trouble?: string;
  /** Image of the main container, as its newest ready pod was told. */
  image?: string;
  /** Digest that this pod runs. */
  runningDigest?: string;
  autoscaler?: WorkloadAutoscaler;
  /** The latest of all. */
  warning?: WorkloadEvent;
}

/**
 * Adds up the workloads of one service by environment. The version is that of its main workload: the one that is named
 * as the service, else one that runs, else the first.
 */
export function toEnvironmentWorkloads(
  workloads: readonly Workload[],
): EnvironmentWorkload[] {
  const environments = [...new Set(workloads.map(each => each.environment))];
  return environments.map(environment => {
    const all = workloads.filter(each => each.environment === environment);
    const main =
      all.find(({ name, service }) => name === service) ??
      all.find(({ ready }) => ready > 0) ??
      all[0];
    const [image] = main.images;
    return {
      environment,
      desired: sum(all, 'desired'),
      ready: sum(all, 'ready'),
      restarts: sum(all, 'restarts'),
      trouble: all.find(({ trouble }) => trouble)?.trouble,
      image: image?.image,
      runningDigest: image?.digest,
      autoscaler:
        main.autoscaler ?? all.find(each => each.autoscaler)?.autoscaler,
      warning: latestWarning(all),
    };
  });
}

function sum(
  workloads: readonly Workload[],
  key: 'desired' | 'ready' | 'restarts',
): number {
  return workloads.reduce((total, workload) => total + workload[key], 0);
}

function latestWarning(workloads: readonly Workload[]) {
  return workloads
    .flatMap(({ events }) => events)
    .filter(({ type }) => type === 'Warning')
    .sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))[0];
}
