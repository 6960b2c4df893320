export { BuildLog, type BuildLogProps } from './BuildLog';
