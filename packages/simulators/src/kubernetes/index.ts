export { clusterOf, type Cluster } from './Cluster';
export { timestamp } from './identity';
export { controllersOf } from './controllers/Controllers';
export { createKubernetesSimulator } from './createKubernetesSimulator';
export { CLUSTER_TOKEN } from './http/authenticate';
export { keyOf, objectKey, type ObjectReference } from './objectKey';
export { parseSelector } from './matchSelector';
export { findType, type ResourceType } from './resourceTypes';
export { ensureNamespace, seedCluster } from './seedCluster';
