export { run } from './run';
export type { Console } from './Console';
