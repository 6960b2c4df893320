import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatObjective } from '../../format';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';

/** The objective with its window: "99.9 % in 30d". */
export const TargetCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <span className={styles.pair}>
      <span className={styles.number}>{formatObjective(slo.objective)}</span>
      <span className={styles.secondary}>
        {slo.budgeting === 'timeslices' && `${t('target.timeslices')} `}
        {t('target.in', { window: slo.window.text })}
      </span>
    </span>
  );
};
