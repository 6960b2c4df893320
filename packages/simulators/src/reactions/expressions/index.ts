export type { ExpressionContext } from './evaluate';
export { fill, fillAll, holds } from './fill';
export { ExpressionError } from './tokenize';
