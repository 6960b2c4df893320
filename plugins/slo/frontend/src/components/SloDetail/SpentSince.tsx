import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel, type StatusTone } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatMultiple } from '../../charts';
import { formatBudget } from '../../format';
import type { CostedDeployment } from './deploymentCost';
import styles from './SloDetail.module.css';

/** A deployment that alone spent the whole budget. */
const ALL = 1;

function toneOf({ budgetSpent = 0, isCostly }: CostedDeployment): StatusTone {
  if (budgetSpent >= ALL) return 'danger';
  return isCostly ? 'warning' : 'none';
}

/** How much of the error budget went since a deployment; in words with `isSentence`, numbers in a table. */
export const SpentSince = ({
  deployment,
  isSentence,
}: {
  deployment: CostedDeployment;
  isSentence?: boolean;
}) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { budgetSpent, pace } = deployment;
  if (budgetSpent === undefined) {
    return (
      <StatusLabel tone="unknown">
        {t(
          isSentence
            ? 'deployments.spentShortUnknown'
            : 'deployments.spentUnknown',
        )}
      </StatusLabel>
    );
  }
  const percent = formatBudget(budgetSpent);
  return (
    <>
      <StatusLabel tone={toneOf(deployment)}>
        {isSentence ? t('deployments.spentShort', { percent }) : percent}
      </StatusLabel>{' '}
      {pace !== undefined && (
        <span className={styles.quiet}>
          {t('deployments.pace', { pace: formatMultiple(pace) })}
        </span>
      )}
    </>
  );
};
