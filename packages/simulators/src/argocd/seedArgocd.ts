import type { Cluster } from '../kubernetes';
import { ARGO_NAMESPACE, ARGO_VERSION } from './applications';

/** Makes the project `default`, which allows everything, unless it is there. */
export function seedArgocd(cluster: Cluster): void {
  const reference = {
    apiVersion: ARGO_VERSION,
    kind: 'AppProject',
    namespace: ARGO_NAMESPACE,
    name: 'default',
  };
  if (cluster.get(reference)) {
    return;
  }
  cluster.create({
    apiVersion: ARGO_VERSION,
    kind: 'AppProject',
    metadata: { name: 'default', namespace: ARGO_NAMESPACE },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  });
}
