import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EcrFindings } from '@shopstack/plugin-ecr-common';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { filterFindings } from '../../findingFilters';
import { findingsCsv } from '../../findingsCsv';
import { useFindingFilters } from '../../hooks/useFindingFilters';
import { ecrTranslationRef } from '../../translation';
import { FindingsFilters, FindingsTable } from '../FindingsTable';
import styles from './FindingsList.module.css';

/** The findings with their filters, how many there are, and what is left out. */
export const FindingsList = ({
  findings,
  consoleUrl,
}: {
  findings: EcrFindings;
  consoleUrl: string | undefined;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const { items, total, truncated } = findings;
  const { filters, change } = useFindingFilters();
  const shown = useMemo(() => filterFindings(items, filters), [items, filters]);
  const csv = useMemo(() => findingsCsv(shown), [shown]);
  const number = (value: number) => value.toLocaleString('en-US');
  const all = t('findings.total', { count: total, total: number(total) });
  return (
    <>
      <FindingsFilters filters={filters} onChange={change} />
      <div className={styles.head}>
        <span role="status">
          {shown.length < total
            ? t('findings.part', { shown: number(shown.length), total: all })
            : all}
        </span>
        <span className={styles.csv}>
          {t('findings.csvShort')}
          <CopyButton text={csv} what={t('findings.csv')} />
        </span>
      </div>
      {truncated && (
        <p className={styles.truncated}>
          {t('findings.truncated', {
            shown: number(items.length),
            total: number(total),
          })}{' '}
          {consoleUrl && (
            <Link href={consoleUrl} target="_blank" rel="noopener noreferrer">
              {t('images.console')}
            </Link>
          )}
        </p>
      )}
      {shown.length > 0 ? (
        <FindingsTable label={t('findings.title')} findings={shown} />
      ) : (
        <p>{t('findings.noMatch')}</p>
      )}
    </>
  );
};
