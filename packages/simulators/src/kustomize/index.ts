export { buildKustomization } from './buildKustomization';
export { findKustomization } from './kustomization';
export { KustomizeError } from './KustomizeError';
export { groupVersion, isMap, type Manifest } from './manifest';
export { isClusterScoped } from './isClusterScoped';
export { parseYaml } from './parseYaml';
export { parseImage } from './transformers/images';
export { SourceTree } from './SourceTree';
