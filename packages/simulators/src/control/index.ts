export { type ControlAnswer, controlAnswer } from './answer';
export { createControl } from './createControl';
