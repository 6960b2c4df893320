export { run } from './run';
export type { Console } from './run';
export type { Tools } from './tools';
