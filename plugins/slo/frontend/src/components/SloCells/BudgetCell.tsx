import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiScales3Line } from '@remixicon/react';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatBudget } from '../../format';
import { measuredBudget } from '../../measured';
import { sloTranslationRef } from '../../translation';
import { Hinted } from '../Hinted';
import { BudgetBar } from './BudgetBar';
import styles from './SloCells.module.css';
import { Unmeasured } from './Unmeasured';
import { useBudgetWords } from './useBudgetWords';

/** A window that is filled to this part reads as full. */
const FULL = 0.995;

/** What is left of the budget: a bar, percent, events and minutes, and what makes the number weak. */
export const BudgetCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useBudgetWords();
  const remaining = measuredBudget(slo);
  const { events, minutes } = slo.budget;
  const isPart = slo.filled !== undefined && slo.filled < FULL;
  if (remaining === undefined) {
    return (
      <div className={styles.budget}>
        <BudgetBar remaining={undefined} />
        <span className={styles.number}>
          <Unmeasured />
        </span>
        <span className={styles.more}>{t('budget.unknown')}</span>
      </div>
    );
  }
  return (
    <div className={styles.budget}>
      <BudgetBar remaining={remaining} />
      <b className={styles.number} data-spent={remaining <= 0 || undefined}>
        {formatBudget(remaining)}
      </b>
      <span className={styles.more}>
        {events && (
          <Hinted hint={words.eventsHint(events)}>
            {words.events(events)}
          </Hinted>
        )}
        {minutes && <span>{words.minutes(minutes)}</span>}
        {slo.tooFewEvents && (
          <Hinted hint={t('budget.tooFewHint')}>
            <StatusLabel tone="warning" icon={RiScales3Line}>
              {t('budget.tooFew')}
            </StatusLabel>
          </Hinted>
        )}
        {isPart && <span>{words.filled(slo.filled!)}</span>}
      </span>
    </div>
  );
};
