import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import type { SloColumn, SloColumnId } from './columns';
import styles from './SloTable.module.css';
import type { SloSort } from './sort';

export interface SortHeadProps {
  column: SloColumn;
  sort: SloSort;
  onSort(column: SloColumnId): void;
}

/** The head of a column; a click orders the list by it, a second one the other way round. */
export const SortHead = ({ column, sort, onSort }: SortHeadProps) => {
  const isSorted = sort.column === column.id;
  const direction = sort.isReversed ? 'descending' : 'ascending';
  const Icon = sort.isReversed ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : undefined}
      data-column={column.id}
      data-align={column.align}
      data-secondary={column.isSecondary}
    >
      <button
        type="button"
        className={styles.sort}
        title={column.hint}
        onClick={() => onSort(column.id)}
      >
        {column.label}
        <span aria-hidden="true" className={styles.arrow}>
          {isSorted && <Icon size={14} />}
        </span>
      </button>
    </th>
  );
};
