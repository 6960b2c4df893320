export { buildsPlugin as default } from './plugin';
