import type { SloSummary } from '@shopstack/plugin-slo-common';
import { forwardRef, memo } from 'react';
import type { SloColumn } from './columns';
import styles from './SloTable.module.css';

interface SloRowProps {
  slo: SloSummary;
  columns: SloColumn[];
  /** Place in the whole list, from 0; rows out of sight are not in the document. */
  index: number;
}

/** One objective. Drawn anew only when it changed: a list of hundreds scrolls over it. */
export const SloRow = memo(
  forwardRef<HTMLTableRowElement, SloRowProps>(
    ({ slo, columns, index }, ref) => (
      <tr
        ref={ref}
        className={styles.row}
        data-index={index}
        data-state={slo.state}
        // The head is the first row.
        aria-rowindex={index + 2}
      >
        {columns.map(column => {
          const Cell = column.isRowHeader ? 'th' : 'td';
          return (
            <Cell
              key={column.id}
              scope={column.isRowHeader ? 'row' : undefined}
              data-column={column.id}
            >
              <span className={styles.label} aria-hidden="true">
                {[column.label, column.second?.label]
                  .filter(Boolean)
                  .join(' / ')}
              </span>
              <div className={styles.value}>{column.render(slo)}</div>
            </Cell>
          );
        })}
      </tr>
    ),
  ),
);
