import { useChanged } from '@shopstack/plugin-kit-react';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { formatBurn } from '../../format';
import { EndsText } from './EndsText';
import styles from './SloCells.module.css';
import { Unmeasured } from './Unmeasured';

/** A spell of errors in an objective that holds is no alarm. */
function isAlarming({ state, burn }: SloSummary): boolean {
  return burn !== undefined && burn > 1 && state !== 'healthy';
}

/** How fast the budget is spent now, `0.3×`, and when it ends. */
export const BurnCell = ({ slo }: { slo: SloSummary }) => {
  const isKnown =
    slo.burn !== undefined &&
    slo.state !== 'invalid-sli' &&
    slo.state !== 'rules-not-loaded';
  const text = isKnown ? formatBurn(slo.burn!) : undefined;
  const changed = useChanged(text);
  return (
    <span className={styles.pair}>
      {text === undefined ? (
        <Unmeasured />
      ) : (
        <span
          className={styles.number}
          data-spent={isAlarming(slo) || undefined}
          data-changed={changed || undefined}
        >
          {text}
        </span>
      )}
      <EndsText slo={slo} />
    </span>
  );
};
