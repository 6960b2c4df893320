import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EcrFinding } from '@shopstack/plugin-ecr-common';
import { StatusLabel, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { fixOf } from '../../fixOf';
import { ecrTranslationRef } from '../../translation';
import { SeverityLabel } from '../ScanState';
import styles from './FindingsTable.module.css';

/** Schemes that a scanner's link may have; it is foreign text. */
const WEB = /^https?:\/\//i;

/** The columns of a table of findings. */
export function useFindingColumns(): DenseColumn<EcrFinding>[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  return useMemo(
    () => [
      {
        id: 'severity',
        label: t('findings.severity'),
        render: finding => (
          <SeverityLabel
            severity={finding.severity}
            text={finding.severityText}
          />
        ),
      },
      {
        id: 'name',
        label: t('findings.finding'),
        isRowHeader: true,
        render: finding => (
          <span className={styles.name}>
            {finding.url && WEB.test(finding.url) ? (
              <Link
                href={finding.url}
                target="_blank"
                rel="noopener noreferrer"
                title={finding.name}
              >
                {finding.name}
              </Link>
            ) : (
              <span title={finding.name}>{finding.name}</span>
            )}
            {finding.exploitAvailable && (
              <StatusLabel tone="danger">{t('findings.exploit')}</StatusLabel>
            )}
          </span>
        ),
      },
      {
        id: 'package',
        label: t('findings.package'),
        render: finding => (
          <span className={styles.package}>
            {finding.packageName ?? t('images.notKnown')}
            {finding.packageVersion && <code>{finding.packageVersion}</code>}
          </span>
        ),
      },
      {
        id: 'fix',
        label: t('findings.fix'),
        render: finding => {
          const fix = fixOf(finding);
          return (
            <span
              className={styles.fix}
              data-known={'version' in fix || undefined}
            >
              {'version' in fix
                ? t('findings.fixedIn', { version: fix.version })
                : t(`findings.${fix.word}`)}
            </span>
          );
        },
      },
      {
        id: 'score',
        label: t('findings.score'),
        align: 'end',
        render: finding => finding.score?.toFixed(1) ?? '–',
      },
    ],
    [t],
  );
}
