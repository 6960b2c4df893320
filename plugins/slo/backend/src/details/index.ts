export * from './createSloDetails';
export type { SloContext, SloDetails } from './SloDetails';
export type { RulesReading } from './SloKnowledge';
export { quoteLabel, selector } from './promql';
