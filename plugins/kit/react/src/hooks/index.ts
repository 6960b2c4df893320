export {
  useObserved,
  type ObservedOptions,
  type ObservedState,
} from './useObserved';
export { useChanged } from './useChanged';
export { useMyOwners } from './useMyOwners';
export { useSearchParamState } from './useSearchParamState';
