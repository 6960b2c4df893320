export { EnvironmentChip, type EnvironmentChipProps } from './EnvironmentChip';
export { EnvironmentStateLabel } from './EnvironmentStateLabel';
