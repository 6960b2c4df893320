import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { measuredBudget } from '../../measured';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';
import { TimeUntil } from './TimeUntil';

/** When the budget that is left ends. */
export const EndsCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const remaining = measuredBudget(slo);
  const { exhaustsAt, window } = slo;
  if (remaining === undefined) {
    return <span className={styles.unknown}>{t('ends.unknown')}</span>;
  }
  if (remaining <= 0) {
    return (
      <span className={styles.number} data-spent>
        {t('ends.over')}
      </span>
    );
  }
  if (!exhaustsAt) return <span>{t('ends.never')}</span>;
  // A new window brings a new budget.
  if (window.endsAt && Date.parse(exhaustsAt) > Date.parse(window.endsAt)) {
    return <span>{t('ends.window')}</span>;
  }
  return <TimeUntil value={exhaustsAt} />;
};
