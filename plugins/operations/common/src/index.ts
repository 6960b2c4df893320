export * from './annotations';
export * from './OperationsApi';
export * from './OperationsApiClient';
export * from './permissions';
export * from './types';
