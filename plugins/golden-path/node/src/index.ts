export * from './catalog/assertOwnerAndSystem';
export { findCatalogNameConflicts } from './catalog/findCatalogNameConflicts';
export * from './createGoldenPaths';
export * from './folder/loadTemplate';
export * from './folder/readFolder';
export * from './forge/GitForge';
export * from './goldenPathsServiceRef';
export * from './planning/PlanningService';
export * from './proposal/ProposalService';
