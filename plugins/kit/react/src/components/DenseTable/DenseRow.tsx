import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState, type MouseEvent, type ReactNode } from 'react';
import { kitTranslationRef } from '../../translation';
import type { DenseColumn } from './columns';
import styles from './DenseTable.module.css';

interface DenseRowProps<T> {
  item: T;
  columns: DenseColumn<T>[];
  name: string;
  /** The table has a column for the button, whether or not this row opens. */
  expandable: boolean;
  details: ReactNode | undefined;
  isCurrent: boolean | undefined;
  onOpen: (() => void) | undefined;
  /** Whether the details are open, where the page keeps that; otherwise the row keeps it. */
  isOpen: boolean | undefined;
  onToggle: (() => void) | undefined;
}

/** What does something of its own when it is clicked. */
const INTERACTIVE = 'a, button, input, select, label, summary, [role="button"]';

/** True for a click that means the row: not one of its controls, and not the end of marking a text. */
function meansTheRow({ target }: MouseEvent): boolean {
  return (
    target instanceof Element &&
    !target.closest(INTERACTIVE) &&
    !window.getSelection()?.toString()
  );
}

/** One row, and what opens below it. */
export function DenseRow<T>({
  item,
  columns,
  name,
  expandable,
  details,
  isCurrent,
  onOpen,
  isOpen,
  onToggle,
}: DenseRowProps<T>) {
  const { t } = useTranslationRef(kitTranslationRef);
  const [ownOpen, setOwnOpen] = useState(false);
  const open = isOpen ?? ownOpen;
  const detailsId = useId();
  return (
    <>
      <tr
        data-open={open || undefined}
        data-opens={onOpen ? true : undefined}
        aria-current={isCurrent || undefined}
        onClick={
          onOpen &&
          (event => {
            if (meansTheRow(event)) onOpen();
          })
        }
      >
        {expandable && (
          <td className={styles.toggle}>
            {details && (
              <ButtonIcon
                aria-label={t(open ? 'table.collapse' : 'table.expand', {
                  name,
                })}
                aria-expanded={open}
                aria-controls={open ? detailsId : undefined}
                variant="tertiary"
                size="small"
                icon={
                  open ? (
                    <RiArrowDownSLine size={16} />
                  ) : (
                    <RiArrowRightSLine size={16} />
                  )
                }
                onPress={onToggle ?? (() => setOwnOpen(value => !value))}
              />
            )}
          </td>
        )}
        {columns.map(column => {
          const content = (
            <>
              <span className={styles.name} aria-hidden="true">
                {column.label}
              </span>
              <span className={styles.value}>{column.render(item)}</span>
            </>
          );
          return column.isRowHeader ? (
            <th key={column.id} scope="row" data-align={column.align}>
              {content}
            </th>
          ) : (
            <td
              key={column.id}
              data-align={column.align}
              data-secondary={column.isSecondary}
            >
              {content}
            </td>
          );
        })}
      </tr>
      {open && (
        <tr id={detailsId} className={styles.details}>
          <td colSpan={columns.length + 1}>{details}</td>
        </tr>
      )}
    </>
  );
}
