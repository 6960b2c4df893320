export * from './ApplicationActions';
