export { currentLane, runInBackground, type Lane } from './lane';
