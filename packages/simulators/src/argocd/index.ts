export { createArgocdSimulator } from './createArgocdSimulator';
export { ARGOCD_TOKEN } from './http/authenticate';
export { bootstrapArgocd } from './bootstrapArgocd';
export { settleArgocd } from './settleArgocd';
