export { TableSkeleton, type TableSkeletonProps } from './TableSkeleton';
