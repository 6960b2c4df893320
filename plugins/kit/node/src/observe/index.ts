export * from './ObservedSource';
