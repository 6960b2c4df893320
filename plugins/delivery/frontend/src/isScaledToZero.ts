import type { EnvironmentState } from '@shopstack/plugin-delivery-common';

/** True for an environment that is as it should be, and should run nothing, such as one that stands by. */
export const isScaledToZero = ({ state, pods }: EnvironmentState): boolean =>
  state === 'running' && pods?.desired === 0;
