import type { Manifest } from '../../kustomize/manifest';
import type { Health, HealthCode } from '../types';
import { assessPod } from './assessPod';
import {
  assessDaemonSet,
  assessDeployment,
  assessReplicaSet,
  assessStatefulSet,
} from './assessWorkload';

const worse: HealthCode[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

const assessments: Record<string, (object: Manifest) => Health | undefined> = {
  'apps/Deployment': assessDeployment,
  'apps/StatefulSet': assessStatefulSet,
  'apps/DaemonSet': assessDaemonSet,
  'apps/ReplicaSet': assessReplicaSet,
  '/Pod': assessPod,
  '/Service': ({ spec, status }) =>
    spec?.type !== 'LoadBalancer' || status?.loadBalancer?.ingress?.length
      ? { status: 'Healthy' }
      : { status: 'Progressing' },
  '/PersistentVolumeClaim': ({ status }) => {
    const codes: Record<string, HealthCode> = {
      Bound: 'Healthy',
      Lost: 'Degraded',
      Pending: 'Progressing',
    };
    return { status: codes[status?.phase] ?? 'Unknown' };
  },
  'networking.k8s.io/Ingress': ({ status }) => ({
    status: status?.loadBalancer?.ingress?.length ? 'Healthy' : 'Progressing',
  }),
  'batch/Job': assessJob,
  'batch/CronJob': () => ({ status: 'Healthy' }),
  'autoscaling/HorizontalPodAutoscaler': assessAutoscaler,
  'argoproj.io/Application': ({ status }) => ({
    status: status?.health?.status ?? 'Progressing',
  }),
  'argoproj.io/ApplicationSet': ({ status }) => {
    const failure = condition(status, 'ErrorOccurred');
    return failure?.status === 'True'
      ? { status: 'Degraded', message: failure.message }
      : { status: 'Healthy' };
  },
  'apiextensions.k8s.io/CustomResourceDefinition': ({ status }) =>
    condition(status, 'Established')?.status === 'True'
      ? { status: 'Healthy' }
      : { status: 'Progressing' },
};

/** How healthy an object is, by Argo CD's rules; undefined for kinds that have no health. */
export function assessHealth(object: Manifest): Health | undefined {
  if (
    object.metadata.deletionTimestamp &&
    object.metadata.finalizers !== undefined
  ) {
    return { status: 'Progressing', message: 'Pending deletion' };
  }
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  return assessments[`${group}/${object.kind}`]?.(object);
}

/** The worst of several; Healthy when there is none. */
export function worstHealth(codes: Iterable<HealthCode>): HealthCode {
  return [...codes].reduce(
    (worst, code) =>
      worse.indexOf(code) > worse.indexOf(worst) ? code : worst,
    'Healthy',
  );
}

function assessJob({ spec, status }: Manifest): Health {
  const failed = condition(status, 'Failed');
  if (failed?.status === 'True') {
    return { status: 'Degraded', message: failed.message };
  }
  if (condition(status, 'Complete')?.status === 'True') {
    return { status: 'Healthy' };
  }
  return spec?.suspend ? { status: 'Suspended' } : { status: 'Progressing' };
}

function assessAutoscaler({ status }: Manifest): Health {
  const conditions: any[] = status?.conditions ?? [];
  const broken = conditions.find(
    each =>
      each.status === 'False' &&
      [
        'FailedGetScale',
        'FailedUpdateScale',
        'FailedGetResourceMetric',
        'InvalidSelector',
      ].includes(each.reason),
  );
  if (broken) {
    return { status: 'Degraded', message: broken.message };
  }
  return conditions.length > 0
    ? { status: 'Healthy' }
    : { status: 'Progressing', message: 'Waiting to Autoscale' };
}

function condition(status: any, type: string): any {
  return status?.conditions?.find((each: any) => each.type === type);
}
