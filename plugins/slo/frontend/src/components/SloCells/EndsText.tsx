import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { measuredBudget } from '../../measured';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';
import { TimeUntil } from './TimeUntil';

/** When the budget that is left ends; nothing where it is not known. */
export const EndsText = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const remaining = measuredBudget(slo);
  const { exhaustsAt, window } = slo;
  if (remaining === undefined) return null;
  if (remaining <= 0) {
    return <span className={styles.secondary}>{t('ends.over')}</span>;
  }
  if (!exhaustsAt) {
    return <span className={styles.secondary}>{t('ends.never')}</span>;
  }
  // A new window brings a new budget.
  const isLater =
    window.endsAt && Date.parse(exhaustsAt) > Date.parse(window.endsAt);
  return (
    <span className={styles.secondary}>
      {isLater ? t('ends.window') : <TimeUntil value={exhaustsAt} />}
    </span>
  );
};
