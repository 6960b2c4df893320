export { argocdPlugin as default } from './plugin';
export { argocdApiRef } from './apis';
export { isArgocdAvailable } from './availability';
