import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { teamAnswer } from '../../teamAnswer';
import { ecrTranslationRef } from '../../translation';
import styles from './FindingsPage.module.css';

/** The answer first: how bad it is, and how much of it nobody can judge. */
export const Answer = ({ scans }: { scans: EcrServiceScan[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const { critical, high, unscanned } = teamAnswer(scans);
  let worst: string = t('team.calm');
  if (critical > 0) worst = t('team.critical', { count: critical });
  else if (high > 0) worst = t('team.high', { count: high });
  return (
    <p className={styles.answer}>
      {worst} {unscanned > 0 && t('team.unscanned', { count: unscanned })}
    </p>
  );
};
