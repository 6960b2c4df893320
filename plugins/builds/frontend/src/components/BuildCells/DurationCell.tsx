import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Build } from '@shopstack/plugin-builds-common';
import { formatDuration, useNow } from '@shopstack/plugin-kit-react';
import { isUnderWay } from '../../buildStatus';
import { compareDuration } from '../../compareDuration';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildCells.module.css';

export interface DurationCellProps {
  build: Build;
  /** What a run of its project usually takes; absent while too few have been read. */
  medianSeconds: number | undefined;
}

/** How long a build took, or has taken so far, and how that compares with what is usual, in words and as a bar. */
export const DurationCell = ({ build, medianSeconds }: DurationCellProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const now = useNow();
  const running = isUnderWay(build.status);
  const seconds =
    running && build.startedAt
      ? Math.max(0, (now - Date.parse(build.startedAt)) / 1_000)
      : build.durationSeconds;
  if (seconds === undefined) return null;
  const comparison = compareDuration(build.status, seconds, medianSeconds);
  return (
    <span className={styles.stack}>
      <span className={styles.duration}>
        {running
          ? t('duration.soFar', { duration: formatDuration(seconds) })
          : formatDuration(seconds)}
      </span>
      {comparison && (
        <span
          className={styles.usual}
          title={t('duration.usual', {
            duration: formatDuration(comparison.usualSeconds),
          })}
        >
          <span
            className={styles.bar}
            aria-hidden="true"
            style={{
              backgroundSize: `1px 100%, ${comparison.barPercent}% 100%`,
            }}
          />
          {t(`duration.${comparison.kind}`, {
            percent: String(comparison.percent),
            times: String(comparison.times),
          })}
        </span>
      )}
    </span>
  );
};
