import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import type { SloColumn, SloColumnHead, SloSortKey } from './columns';
import styles from './SloTable.module.css';
import type { SloSort } from './sort';

interface SortHeadProps {
  column: SloColumn;
  sort: SloSort;
  onSort(column: SloSortKey): void;
}

/** The head of a column; a click orders the list by it, a second one the other way round. */
export const SortHead = ({ column, sort, onSort }: SortHeadProps) => {
  const heads = [column, column.second].filter(
    (head): head is SloColumnHead => head !== undefined,
  );
  const isSorted = heads.some(({ id }) => id === sort.column);
  const direction = sort.isReversed ? 'descending' : 'ascending';
  const Icon = sort.isReversed ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : undefined}
      data-column={column.id}
    >
      {heads.map(({ id, label, hint }) => (
        <button
          key={id}
          type="button"
          className={styles.sort}
          title={hint}
          onClick={() => onSort(id)}
        >
          {label}
          <span aria-hidden="true" className={styles.arrow}>
            {sort.column === id && <Icon size={14} />}
          </span>
        </button>
      ))}
    </th>
  );
};
