export { ImageDrawer } from './ImageDrawer';
