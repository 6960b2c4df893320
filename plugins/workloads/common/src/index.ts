export * from './permissions';
export * from './types';
export * from './WorkloadsApi';
export * from './WorkloadsApiClient';
