export { buildsPlugin as default } from './plugin';
export { buildsApiRef } from './apis';
export { isBuildsAvailable } from './availability';
