export * from './eventsOver';
export { promqlProblem, type PromqlProblem } from './promqlProblem';
export * from './selectors';
export * from './splitRatio';
export * from './window';
