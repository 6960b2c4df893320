import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { hash, fraction } from '../hash';
import { keyOf } from '../objectKey';

/** Kinds that need one answer from the cluster and then stay as they are. */
export const simpleKinds = [
  'Ingress',
  'Namespace',
  'PersistentVolumeClaim',
  'Service',
];

/** Gives an Ingress its address, a claim its volume, a Service its IP, a namespace its phase. */
export function syncSimpleStatus(cluster: Cluster, object: Manifest): void {
  const key = keyOf(object);
  const { uid } = object.metadata;
  switch (object.kind) {
    case 'Ingress':
      cluster.updateStatus(key, {
        loadBalancer: {
          ingress: [
            {
              hostname: `k8s-${hash(uid!).slice(0, 10)}.us-east-1.elb.amazonaws.com`,
            },
          ],
        },
      });
      return;
    case 'PersistentVolumeClaim':
      cluster.update({
        ...object,
        spec: { ...object.spec, volumeName: `pvc-${uid}` },
        status: {
          phase: 'Bound',
          accessModes: object.spec?.accessModes,
          capacity: object.spec?.resources?.requests,
        },
      });
      return;
    case 'Service':
      cluster.update({
        ...object,
        spec: { ...object.spec, ...serviceAddress(object) },
        status: object.status ?? { loadBalancer: {} },
      });
      return;
    default:
      if (!object.metadata.deletionTimestamp) {
        cluster.updateStatus(key, { phase: 'Active' });
      }
  }
}

function serviceAddress({ spec, metadata }: Manifest): object {
  if (spec?.clusterIP || spec?.type === 'ExternalName') {
    return {};
  }
  const number = Math.floor(fraction(metadata.uid!) * 0xfffe) + 1;
  const clusterIP = `10.96.${Math.floor(number / 256)}.${number % 256}`;
  return {
    type: spec?.type ?? 'ClusterIP',
    clusterIP,
    clusterIPs: [clusterIP],
  };
}
