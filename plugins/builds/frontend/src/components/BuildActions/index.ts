export { BuildActions } from './BuildActions';
export { StartBuildButton } from './StartBuildButton';
