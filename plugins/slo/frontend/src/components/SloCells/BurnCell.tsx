import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useChanged } from '@shopstack/plugin-kit-react';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatBurn } from '../../format';
import { sloTranslationRef } from '../../translation';
import styles from './SloCells.module.css';

/** How fast the budget is spent now: `0.3×`. */
export const BurnCell = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const isKnown =
    slo.burn !== undefined &&
    slo.state !== 'invalid-sli' &&
    slo.state !== 'rules-not-loaded';
  const text = isKnown ? formatBurn(slo.burn!) : undefined;
  const changed = useChanged(text);
  if (text === undefined) {
    return <span className={styles.unknown}>{t('burn.unknown')}</span>;
  }
  return (
    <span
      className={styles.number}
      data-spent={slo.burn! > 1 || undefined}
      data-changed={changed || undefined}
    >
      {text}
    </span>
  );
};
