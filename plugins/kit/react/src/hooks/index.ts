export {
  useObserved,
  type ObservedOptions,
  type ObservedState,
} from './useObserved';
export { useAddress } from './useAddress';
export { useChanged } from './useChanged';
export { useMyOwners } from './useMyOwners';
export { useSearchParamState } from './useSearchParamState';
