export * from './reasons';
export * from './UpstreamError';
export * from './UpstreamGuard';
