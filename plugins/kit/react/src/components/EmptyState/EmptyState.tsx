import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { kitTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** What would be here. */
  title: string;
  /** Why it is not here, and the next step. */
  description?: ReactNode;
  /** Lines of YAML to add to the component, with a copy button. */
  snippet?: string;
  /** A button or a link that takes the next step. */
  action?: ReactNode;
}

/** Nothing is here, what would be, and the door out. */
export const EmptyState = ({
  title,
  description,
  snippet,
  action,
}: EmptyStateProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  return (
    <div className={styles.root}>
      <p className={styles.title}>{title}</p>
      {description && <p className={styles.description}>{description}</p>}
      {snippet && (
        <div className={styles.snippet}>
          <p>{t('empty.snippet')}</p>
          <div className={styles.code}>
            <pre>{snippet}</pre>
            <CopyButton text={snippet} what={t('empty.snippetName')} />
          </div>
        </div>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
};
