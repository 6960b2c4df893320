import type { Manifest } from '../../kustomize/manifest';
import { assessHealth, worstHealth } from './assessHealth';

function object(apiVersion: string, kind: string, rest: object = {}): Manifest {
  return {
    apiVersion,
    kind,
    metadata: { name: 'tea', generation: 2 },
    ...rest,
  } as Manifest;
}

const deployment = (status: object, spec: object = { replicas: 2 }) =>
  object('apps/v1', 'Deployment', {
    spec,
    status: { observedGeneration: 2, ...status },
  });

describe('assessHealth', () => {
  it.each([
    [
      'observed too little',
      deployment({ observedGeneration: 1 }),
      'Progressing',
    ],
    ['paused', deployment({}, { paused: true }), 'Suspended'],
    [
      'late',
      deployment({
        conditions: [
          { type: 'Progressing', reason: 'ProgressDeadlineExceeded' },
        ],
      }),
      'Degraded',
    ],
    ['few updated', deployment({ updatedReplicas: 1 }), 'Progressing'],
    [
      'old ones left',
      deployment({ updatedReplicas: 2, replicas: 3 }),
      'Progressing',
    ],
    [
      'not available',
      deployment({ updatedReplicas: 2, replicas: 2, availableReplicas: 1 }),
      'Progressing',
    ],
    [
      'all there',
      deployment({ updatedReplicas: 2, replicas: 2, availableReplicas: 2 }),
      'Healthy',
    ],
    ['scaled to zero', deployment({}, { replicas: 0 }), 'Healthy'],
    [
      'an Ingress without an address',
      object('networking.k8s.io/v1', 'Ingress'),
      'Progressing',
    ],
    [
      'an Ingress with one',
      object('networking.k8s.io/v1', 'Ingress', {
        status: { loadBalancer: { ingress: [{ hostname: 'a' }] } },
      }),
      'Healthy',
    ],
    [
      'a claim that is bound',
      object('v1', 'PersistentVolumeClaim', { status: { phase: 'Bound' } }),
      'Healthy',
    ],
    [
      'a claim that waits',
      object('v1', 'PersistentVolumeClaim', { status: { phase: 'Pending' } }),
      'Progressing',
    ],
    [
      'a claim that was lost',
      object('v1', 'PersistentVolumeClaim', { status: { phase: 'Lost' } }),
      'Degraded',
    ],
    ['a Job at work', object('batch/v1', 'Job'), 'Progressing'],
    [
      'a Job that is complete',
      object('batch/v1', 'Job', {
        status: { conditions: [{ type: 'Complete', status: 'True' }] },
      }),
      'Healthy',
    ],
    [
      'a Job that failed',
      object('batch/v1', 'Job', {
        status: { conditions: [{ type: 'Failed', status: 'True' }] },
      }),
      'Degraded',
    ],
    [
      'a Job that was suspended',
      object('batch/v1', 'Job', { spec: { suspend: true } }),
      'Suspended',
    ],
    [
      'a StatefulSet between revisions',
      object('apps/v1', 'StatefulSet', {
        spec: { replicas: 1 },
        status: {
          observedGeneration: 2,
          readyReplicas: 1,
          currentRevision: 'a',
          updateRevision: 'b',
        },
      }),
      'Progressing',
    ],
    [
      'a StatefulSet with a pod too few',
      object('apps/v1', 'StatefulSet', {
        spec: { replicas: 1 },
        status: { observedGeneration: 2 },
      }),
      'Progressing',
    ],
    [
      'a DaemonSet on every node',
      object('apps/v1', 'DaemonSet', {
        status: {
          observedGeneration: 2,
          desiredNumberScheduled: 3,
          updatedNumberScheduled: 3,
          numberAvailable: 3,
        },
      }),
      'Healthy',
    ],
    [
      'a DaemonSet with a node too few',
      object('apps/v1', 'DaemonSet', {
        status: {
          observedGeneration: 2,
          desiredNumberScheduled: 3,
          updatedNumberScheduled: 3,
          numberAvailable: 2,
        },
      }),
      'Progressing',
    ],
    [
      'an autoscaler without its target',
      object('autoscaling/v2', 'HorizontalPodAutoscaler', {
        status: {
          conditions: [
            { type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' },
          ],
        },
      }),
      'Degraded',
    ],
    [
      'an autoscaler of what is at zero',
      object('autoscaling/v2', 'HorizontalPodAutoscaler', {
        status: {
          conditions: [
            {
              type: 'ScalingActive',
              status: 'False',
              reason: 'ScalingDisabled',
            },
          ],
        },
      }),
      'Healthy',
    ],
    [
      'a child application',
      object('argoproj.io/v1alpha1', 'Application', {
        status: { health: { status: 'Missing' } },
      }),
      'Missing',
    ],
    ['a Service', object('v1', 'Service', { spec: {} }), 'Healthy'],
    [
      'a load balancer that waits',
      object('v1', 'Service', { spec: { type: 'LoadBalancer' } }),
      'Progressing',
    ],
    [
      'a pod whose image is missing',
      object('v1', 'Pod', {
        spec: { restartPolicy: 'Always' },
        status: {
          phase: 'Pending',
          containerStatuses: [
            { state: { waiting: { reason: 'ImagePullBackOff' } } },
          ],
        },
      }),
      'Degraded',
    ],
    [
      'a pod that starts',
      object('v1', 'Pod', {
        spec: { restartPolicy: 'Always' },
        status: {
          phase: 'Pending',
          containerStatuses: [
            { state: { waiting: { reason: 'ContainerCreating' } } },
          ],
        },
      }),
      'Progressing',
    ],
    [
      'a pod that ended well',
      object('v1', 'Pod', { spec: {}, status: { phase: 'Succeeded' } }),
      'Healthy',
    ],
  ] as [string, Manifest, string][])('%s', (_name, subject, expected) => {
    expect(assessHealth(subject)?.status).toBe(expected);
  });

  it('knows no health of kinds that have none', () => {
    expect(assessHealth(object('v1', 'ConfigMap'))).toBeUndefined();
    expect(
      assessHealth(object('monitoring.coreos.com/v1', 'PrometheusRule')),
    ).toBeUndefined();
  });

  it('takes the worst', () => {
    expect(worstHealth([])).toBe('Healthy');
    expect(worstHealth(['Healthy', 'Progressing', 'Suspended'])).toBe(
      'Progressing',
    );
    expect(worstHealth(['Degraded', 'Missing', 'Progressing'])).toBe(
      'Degraded',
    );
  });
});
