export {
  useObserved,
  type ObservedOptions,
  type ObservedState,
} from './useObserved';
export { useChanged } from './useChanged';
export { useSearchParamState } from './useSearchParamState';
