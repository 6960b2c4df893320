export { Plot } from './Plot';
