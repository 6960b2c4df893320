export { evaluateCall } from './evaluateCall';
