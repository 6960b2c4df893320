export { ChangeQueue } from './ChangeQueue';
export type { PendingPull, PendingPush } from './types';
