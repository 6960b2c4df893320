import { labelsOf } from '../../promql';
import { ScrapeTarget, WatchedDeployment } from '../../targets';
import { MetricFamily } from '../ModelSeries';

/** A Deployment with all pods it ever had. */
export interface DeploymentSubject {
  readonly deployment: WatchedDeployment;
  readonly targets: readonly ScrapeTarget[];
}

const NAME = 'kube_deployment_status_replicas_available';

export const AVAILABLE_REPLICAS: MetricFamily<DeploymentSubject> = {
  name: NAME,
  names: [NAME],
  metadata: {
    type: 'gauge',
    help: 'The number of available replicas of a deployment.',
  },
  series: ({ deployment, targets }) => {
    const { service, environment, namespace, name, createdAt } = deployment;
    const starts = targets.map(target => target.startedAt);
    return [
      {
        labels: labelsOf({
          __name__: NAME,
          job: 'kube-state-metrics',
          instance: 'kube-state-metrics:8080',
          namespace,
          deployment: name,
          service,
          environment,
        }),
        life: { startedAt: Math.min(createdAt, ...starts), restarts: [] },
        shape: {
          kind: 'gauge',
          value: time =>
            targets.filter(
              ({ startedAt, endedAt = Infinity }) =>
                startedAt <= time && time < endedAt,
            ).length,
        },
      },
    ];
  },
};
