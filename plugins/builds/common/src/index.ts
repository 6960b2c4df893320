export * from './BuildsApi';
export * from './BuildsApiClient';
export * from './permissions';
export * from './types';
