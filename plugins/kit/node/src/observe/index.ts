export * from './ChangeAnnouncer';
export * from './createObservedSource';
export type { Observation } from './Observation';
export * from './observeConfig';
export * from './ObservedSource';
