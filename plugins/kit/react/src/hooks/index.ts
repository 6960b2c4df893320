export { REREAD_SECONDS, useObserved, type ObservedState } from './useObserved';
export { useChanged } from './useChanged';
