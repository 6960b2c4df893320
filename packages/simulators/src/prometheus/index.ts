export type { ActiveAlert } from './api';
export * from './createPrometheusSimulator';
