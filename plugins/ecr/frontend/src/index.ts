export { ecrPlugin as default } from './plugin';
export { ecrApiRef } from './apis';
export { isEcrAvailable } from './availability';
