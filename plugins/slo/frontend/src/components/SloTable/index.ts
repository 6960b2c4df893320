export { type SloColumn } from './columns';
export { SloTable, type SloTableProps } from './SloTable';
export { type SloSort } from './sort';
export { useSloSort } from './useSloSort';
export { useSloColumns } from './useSloColumns';
