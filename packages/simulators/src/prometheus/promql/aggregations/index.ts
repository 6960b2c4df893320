export { evaluateAggregate } from './evaluateAggregate';
