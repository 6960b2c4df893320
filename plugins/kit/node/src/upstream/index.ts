export * from './lenient';
export * from './RateBudget';
export * from './readJsonBody';
export * from './reasons';
export * from './Turnstile';
export * from './UpstreamError';
export * from './UpstreamGuard';
