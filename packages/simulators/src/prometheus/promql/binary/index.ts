export { evaluateBinary } from './evaluateBinary';
