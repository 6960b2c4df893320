import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { kitTranslationRef } from '../../translation';
import type { DenseColumn } from './columns';
import { DenseRow } from './DenseRow';
import styles from './DenseTable.module.css';

export interface DenseTableProps<T> {
  /** What the table shows, for screen readers. */
  label: string;
  columns: DenseColumn<T>[];
  items: T[];
  keyOf(item: T, index: number): string;
  /** The name of a row, for the button that opens it. Needed with `expand`. */
  nameOf?(item: T): string;
  /** What stands below a row when it is opened; undefined when there is nothing to open. */
  expand?(item: T): ReactNode | undefined;
  /** Whether a row is open, for a page that keeps it in its address; without it every row keeps it by itself. */
  isOpen?(item: T): boolean;
  /** Somebody opens or closes a row. Needed with `isOpen`. */
  onToggle?(item: T): void;
  /** A click on the row, beside what it does on its own; put a link or a button that does the same into a cell. */
  onOpen?(item: T): void;
  /** True for the row whose content is open elsewhere on the page. */
  isCurrent?(item: T): boolean;
  /** Rows shown before "Show all". */
  firstRows?: number;
}

/**
 * A table for experts who compare: rows of 36 px, digits that line up, rows that open in place. On a narrow screen every
 * row becomes a block with the column's name beside each value. (The Table of `@backstage/ui` has rows of 51 px, no rows
 * that open, and cuts its headers on a phone.)
 */
export function DenseTable<T>(props: DenseTableProps<T>) {
  const { label, columns, items, keyOf, nameOf, expand, onOpen, onToggle } =
    props;
  const { t } = useTranslationRef(kitTranslationRef);
  const [showAll, setShowAll] = useState(false);
  const firstRows = props.firstRows ?? 50;
  const shown = showAll ? items : items.slice(0, firstRows);
  return (
    <div className={styles.root}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {expand && (
              <th scope="col" className={styles.toggle}>
                <VisuallyHidden>{t('table.details')}</VisuallyHidden>
              </th>
            )}
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align}
                data-secondary={column.isSecondary}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <DenseRow
              key={keyOf(item, index)}
              item={item}
              columns={columns}
              name={nameOf?.(item) ?? keyOf(item, index)}
              expandable={Boolean(expand)}
              details={expand?.(item)}
              isCurrent={props.isCurrent?.(item)}
              onOpen={onOpen && (() => onOpen(item))}
              isOpen={props.isOpen?.(item)}
              onToggle={onToggle && (() => onToggle(item))}
            />
          ))}
        </tbody>
      </table>
      {shown.length < items.length && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setShowAll(true)}
        >
          {t('table.showAll', { total: String(items.length) })}
        </Button>
      )}
    </div>
  );
}
