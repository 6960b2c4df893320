export * from './DeliveryApi';
export * from './DeliveryApiClient';
export * from './permissions';
export * from './types';
