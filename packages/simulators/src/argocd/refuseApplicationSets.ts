import { timestamp, type Cluster } from '../kubernetes';
import { ARGO_VERSION } from './applications';

/** Says on every ApplicationSet that nothing will come of it here, instead of leaving it unanswered. */
export function refuseApplicationSets(cluster: Cluster): void {
  for (const set of cluster.list(ARGO_VERSION, 'ApplicationSet')) {
    if (!set.status?.conditions) {
      cluster.update({
        ...set,
        status: {
          conditions: [
            {
              type: 'ErrorOccurred',
              status: 'True',
              reason: 'NotSupported',
              message:
                'ApplicationSets are not supported here: write the Applications out',
              lastTransitionTime: timestamp(cluster.now()),
            },
          ],
        },
      });
    }
  }
}
