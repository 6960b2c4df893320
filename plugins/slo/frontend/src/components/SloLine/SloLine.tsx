import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatBudget, formatBurn } from '../../format';
import { measuredBudget } from '../../measured';
import { sloTranslationRef } from '../../translation';
import { BudgetBar } from '../SloCells';
import { SloStateLabel } from '../SloStateLabel';
import styles from './SloLine.module.css';

export interface SloLineProps {
  slo: SloSummary;
  /** Where one reads more; absent where the objective belongs to nothing that has a page. */
  href?: string;
  /** Stands before the name: the service, where the line stands among those of others. */
  service?: string;
}

/** One objective in a line: state, name, what is left of the budget, how fast it burns. */
export const SloLine = ({ slo, href, service }: SloLineProps) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const remaining = measuredBudget(slo);
  const name = service ? `${service}: ${slo.title}` : slo.title;
  return (
    <div className={styles.box}>
      <div className={styles.root}>
        <span className={styles.state}>
          <SloStateLabel state={slo.state} reason={slo.stateReason} />
        </span>
        <span className={styles.name} title={name}>
          {href ? <Link href={href}>{name}</Link> : name}
          {slo.environment && (
            <span className={styles.secondary}> {slo.environment}</span>
          )}
        </span>
        <span className={styles.budget}>
          <BudgetBar remaining={remaining} />
          <span className={styles.number}>
            {remaining === undefined && t('budget.unknown')}
            {remaining !== undefined &&
              (remaining < 0
                ? t('card.over', { over: formatBudget(-remaining) })
                : t('card.left', { budget: formatBudget(remaining) }))}
          </span>
        </span>
        <span className={styles.burn}>
          {remaining !== undefined &&
            slo.burn !== undefined &&
            t('card.burns', { burn: formatBurn(slo.burn) })}
        </span>
      </div>
    </div>
  );
};
