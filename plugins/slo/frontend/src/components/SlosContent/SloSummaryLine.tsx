import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isComplete } from '@shopstack/plugin-kit-common';
import { useNow } from '@shopstack/plugin-kit-react';
import type { EntitySlos } from '@shopstack/plugin-slo-common';
import { useSummaryWords } from '../../hooks/useSummaryWords';
import { sloTranslationRef } from '../../translation';
import styles from './SlosContent.module.css';

/** The answer, before the evidence. */
export const SloSummaryLine = ({ data }: { data: EntitySlos }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useSummaryWords(data.items, useNow());
  return (
    <p className={styles.summary}>
      {isComplete(data) ? words : `${t('summary.lastGood')}: ${words}`}
    </p>
  );
};
