export { createReactions } from './createReactions';
