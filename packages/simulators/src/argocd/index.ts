export { createArgocdSimulator } from './createArgocdSimulator';
export { ARGOCD_TOKEN } from './http/authenticate';
export { settleArgocd } from './settleArgocd';
