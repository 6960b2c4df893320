export { BuildActions, type BuildActionsProps } from './BuildActions';
export { StartBuildButton } from './StartBuildButton';
