export * from './api/GoldenPathApi';
export * from './api/GoldenPathApiClient';
export * from './layout/GitopsConventions';
export * from './layout/PlatformDefaults';
export { detectConventions } from './layout/detectConventions';
export * from './names/NameConflict';
export * from './names/findNameConflicts';
export * from './parameters/createServiceParameters';
export {
  SERVICE_NAME_MAXIMUM,
  refuseServiceName,
} from './parameters/serviceName';
export * from './permissions';
export * from './plan/Plan';
export * from './plan/RepositorySnapshot';
export * from './plan/RepositoryTree';
export { unifiedDiff } from './plan/unifiedDiff';
export { branchesToRead, planCreateService } from './planCreateService';
export type { CreateServiceInput } from './planCreateService';
export type { Skeleton, SkeletonFile } from './render/renderSkeleton';
