export * from './ArgocdApi';
export * from './ArgocdApiClient';
export * from './permissions';
export * from './types';
