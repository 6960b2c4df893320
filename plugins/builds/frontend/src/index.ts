export { buildsPlugin as default } from './plugin';
export { buildsApiRef } from './apis';
export { isBuildsAvailable } from './availability';
export { buildName } from './buildName';
export { useFailedBuilds, type FailedBuild } from './hooks/useFailedBuilds';
export { openBuildQuery } from './hooks/useOpenBuild';
