import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';

/** The place of a number that is not there: a dash, never a zero or a hundred. */
export const Unmeasured = () => {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <span className={styles.unknown} title={t('budget.unknown')}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t('budget.unknown')}</VisuallyHidden>
    </span>
  );
};
