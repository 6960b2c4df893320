import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatSli } from '../../format';
import { isMeasured } from '../../measured';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';

/** The measured share of good events over the window. */
export const SliCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  if (slo.sli === undefined || !isMeasured(slo)) {
    return <span className={styles.unknown}>{t('budget.unknown')}</span>;
  }
  const isMissed = slo.sli * 100 < slo.objective;
  return (
    <span className={styles.number} data-spent={isMissed || undefined}>
      {formatSli(slo.sli, slo.objective)}
    </span>
  );
};
