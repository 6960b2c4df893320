import type { Manifest } from '../../kustomize/manifest';
import type { Health } from '../types';

/** A pod is degraded when a container cannot start or keeps failing, healthy when it is ready or ended well. */
export function assessPod({ spec, status }: Manifest): Health {
  const containers: any[] = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ];
  if (spec?.restartPolicy === 'Always') {
    const stuck = containers
      .map(({ state }) => state?.waiting)
      .find(waiting => waiting && /^Err|Error$|BackOff$/.test(waiting.reason));
    if (stuck) {
      return { status: 'Degraded', message: stuck.message };
    }
  }
  switch (status?.phase) {
    case 'Succeeded':
      return { status: 'Healthy', message: status.message };
    case 'Failed':
      return { status: 'Degraded', message: status.message };
    case 'Running': {
      const ready = (status.conditions ?? []).some(
        (each: any) => each.type === 'Ready' && each.status === 'True',
      );
      return ready || spec?.restartPolicy !== 'Always'
        ? { status: ready ? 'Healthy' : 'Progressing' }
        : { status: 'Progressing' };
    }
    default:
      return { status: 'Progressing', message: status?.message };
  }
}
