export * from './createSloDetails';
export type { SloContext, SloDetails } from './SloDetails';
export { quoteLabel, selector } from './promql';
