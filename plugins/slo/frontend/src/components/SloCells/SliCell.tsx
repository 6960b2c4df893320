import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatObjective, formatSli } from '../../format';
import { isMeasured } from '../../measured';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';
import { Unmeasured } from './Unmeasured';

/** The measured share of good events over the window, and the target with the window. */
export const SliCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { sli, objective, window, budgeting } = slo;
  const isKnown = sli !== undefined && isMeasured(slo);
  const isMissed = isKnown && sli * 100 < objective;
  return (
    <span className={styles.pair}>
      {isKnown ? (
        <span className={styles.number} data-spent={isMissed || undefined}>
          {formatSli(sli, objective)}
        </span>
      ) : (
        <Unmeasured />
      )}
      <span className={styles.secondary}>
        {t(budgeting === 'timeslices' ? 'target.slices' : 'target.events', {
          objective: formatObjective(objective),
          window: window.text,
        })}
      </span>
    </span>
  );
};
