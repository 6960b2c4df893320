export * from './api/SloApi';
export * from './api/SloApiClient';
export * from './api/permissions';
export * from './api/types';
export * from './domain';
