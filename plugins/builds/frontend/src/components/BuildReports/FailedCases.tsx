import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildReport } from '@shopstack/plugin-builds-common';
import { formatDuration } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildReports.module.css';

/** The cases of a report that failed, each with why. */
export const FailedCases = ({ report }: { report: BuildReport }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const cases = report.failedCases ?? [];
  if (cases.length === 0) return null;
  const failed = report.tests
    ? report.tests.failed + report.tests.errored
    : cases.length;
  return (
    <details className={styles.cases} open>
      <summary>{t('report.failedCases', { report: report.name })}</summary>
      <ul>
        {cases.map(({ name, message, durationSeconds }, index) => (
          <li key={`${index}/${name}`}>
            <span className={styles.case}>{name}</span>
            {durationSeconds !== undefined && (
              <span className={styles.time}>
                {formatDuration(durationSeconds)}
              </span>
            )}
            {message && <pre className={styles.message}>{message}</pre>}
          </li>
        ))}
      </ul>
      {failed > cases.length && (
        <p>
          {t('report.moreFailed', { number: String(failed - cases.length) })}
        </p>
      )}
    </details>
  );
};
