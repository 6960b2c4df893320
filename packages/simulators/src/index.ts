export {
  startSimulators,
  type RunningSimulators,
  type SimulatorsOptions,
} from './startSimulators';
export type { ControlAnswer } from './control';
export type * from './world/types';
