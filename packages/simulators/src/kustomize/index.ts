export { buildKustomization } from './buildKustomization';
