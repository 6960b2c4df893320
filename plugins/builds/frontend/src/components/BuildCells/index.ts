export { CommitCell } from './CommitCell';
export { DurationCell } from './DurationCell';
export { ImageCell } from './ImageCell';
export { InitiatorCell } from './InitiatorCell';
