export { ImageKind } from './ImageKind';
