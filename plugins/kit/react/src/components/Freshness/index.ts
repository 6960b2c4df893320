export { Freshness, type FreshnessProps } from './Freshness';
export { oldestAnswer } from './oldestAnswer';
