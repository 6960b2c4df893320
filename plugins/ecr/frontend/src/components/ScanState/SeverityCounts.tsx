import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ECR_SEVERITIES,
  type EcrSeverity,
  type EcrSeverityCounts,
} from '@shopstack/plugin-ecr-common';
import { ecrTranslationRef } from '../../translation';
import styles from './SeverityCounts.module.css';

/** These have a place of their own, so that counts line up from row to row; the others stand only where there are some. */
const ALWAYS = new Set<EcrSeverity>(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']);

/** Counts of findings by severity, the worst first: `C 2  H 3  M 12  L 40`. */
export const SeverityCounts = ({ counts }: { counts: EcrSeverityCounts }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const all = ECR_SEVERITIES.map(severity => ({
    severity,
    total: counts[severity] ?? 0,
  }));
  const words = all
    .filter(({ total }) => total > 0)
    .map(({ severity, total }) =>
      t(`counts.${severity}`, { total: String(total) }),
    )
    .join(', ');
  return (
    <span role="img" aria-label={words} title={words} className={styles.root}>
      {all
        .filter(({ severity, total }) => total > 0 || ALWAYS.has(severity))
        .map(({ severity, total }) => (
          <span
            key={severity}
            aria-hidden="true"
            className={styles.cell}
            data-severity={severity}
            data-zero={total === 0 || undefined}
          >
            <span className={styles.letter}>{severity[0]}</span>
            {total}
          </span>
        ))}
    </span>
  );
};
