export {
  createArgocdSimulator,
  createStandbySimulator,
} from './createArgocdSimulator';
export { MAIN, STANDBY } from './instances';
export { settleArgocd } from './settleArgocd';
export { seedStandby } from './standby/seedStandby';
