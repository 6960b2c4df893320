export { createAwsSimulator } from './createAwsSimulator';
