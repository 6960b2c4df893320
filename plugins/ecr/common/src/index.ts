export * from './EcrApi';
export * from './EcrApiClient';
export * from './permissions';
export * from './types';
