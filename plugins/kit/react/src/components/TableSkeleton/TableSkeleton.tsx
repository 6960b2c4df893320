import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { kitTranslationRef } from '../../translation';
import styles from './TableSkeleton.module.css';

export interface TableSkeletonProps {
  /** What is being loaded, for screen readers. */
  label: string;
  columns: number;
  /** As many as the table will most likely have, so that nothing jumps. */
  rows?: number;
}

/** The place of a table while its first answer is on the way. */
export const TableSkeleton = ({
  label,
  columns,
  rows = 5,
}: TableSkeletonProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  return (
    <div
      role="status"
      aria-label={t('table.loading', { label })}
      className={styles.root}
    >
      {Array.from({ length: rows + 1 }, (_row, row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_column, column) => (
            <Skeleton key={column} height={12} />
          ))}
        </div>
      ))}
    </div>
  );
};
