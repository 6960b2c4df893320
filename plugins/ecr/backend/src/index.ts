export { ecrPlugin as default } from './plugin';
