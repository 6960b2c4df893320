export { clusterOf, type Cluster } from './Cluster';
export { timestamp } from './identity';
export { controllersOf } from './controllers/Controllers';
export { createKubernetesSimulator } from './createKubernetesSimulator';
export { CLUSTER_TOKEN } from './http/authenticate';
export { keyOf } from './objectKey';
export { parseSelector } from './matchSelector';
export { findType } from './resourceTypes';
export { ensureNamespace, seedCluster } from './seedCluster';
