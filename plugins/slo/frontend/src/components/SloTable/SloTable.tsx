import type { SloSummary } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { formatSloReference } from '../../sloAddress';
import type { SloColumn, SloSortKey } from './columns';
import { SloRow } from './SloRow';
import styles from './SloTable.module.css';
import { SortHead } from './SortHead';
import { sortSlos, type SloSort } from './sort';
import { useRowKeys } from './useRowKeys';
import { VirtualRows } from './VirtualRows';

/** Longer lists have only those rows in the document that are in sight. */
const PLAIN_ROWS = 60;

export interface SloTableProps {
  /** What the table shows, for screen readers. */
  label: string;
  slos: SloSummary[];
  columns: SloColumn[];
  sort: SloSort;
  onSort(column: SloSortKey): void;
}

/**
 * Objectives to compare: heads that sort, two lines a row, arrow keys from row to row. Where it is narrow, each row becomes
 * a block with the column's name beside each value.
 */
export const SloTable = (props: SloTableProps) => {
  const { label, slos, columns, sort, onSort } = props;
  const rows = useMemo(() => sortSlos(slos, sort), [slos, sort]);
  const isLong = rows.length > PLAIN_ROWS;
  const onKeyDown = useRowKeys();
  return (
    <div className={styles.root}>
      {/* The keys move the focus between links of its rows, which stay reachable without them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={styles.table}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(column => (
              <SortHead
                key={column.id}
                column={column}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        {isLong ? (
          <VirtualRows rows={rows} columns={columns} />
        ) : (
          <tbody>
            {rows.map((slo, index) => (
              <SloRow
                key={formatSloReference(slo)}
                slo={slo}
                columns={columns}
                index={index}
              />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
};
