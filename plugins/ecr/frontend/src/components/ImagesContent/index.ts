export { ImagesContent } from './ImagesContent';
