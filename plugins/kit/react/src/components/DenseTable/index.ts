export { DenseTable, type DenseTableProps } from './DenseTable';
export { type DenseColumn } from './columns';
