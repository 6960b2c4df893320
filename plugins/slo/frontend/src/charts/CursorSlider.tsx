import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import { sloDetailTranslationRef } from '../detailTranslation';
import { useCursorIndex, type Cursor } from './cursor';
import styles from './TimeChart.module.css';
import { formatMoment } from './timeAxis';
import type { ChartLine, Extent } from './types';
import { useChartKeys } from './useChartKeys';

export interface CursorSliderProps {
  title: string;
  times: number[];
  lines: ChartLine[];
  cursor: Cursor;
  format(value: number): string;
  onZoom(extent: Extent): void;
  /** The drawing. */
  children: ReactNode;
}

/**
 * The cursor of a chart as a slider: the keyboard reaches it, and a screen reader says moment and values as it moves.
 */
export const CursorSlider = (props: CursorSliderProps) => {
  const { title, times, lines, cursor, format, onZoom, children } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const helpId = useId();
  const keys = useChartKeys(times, cursor, onZoom);
  const last = times.length - 1;
  const index = useCursorIndex(cursor, times) ?? last;
  const values = lines.map(({ label, values: all }) => {
    const value = all[index];
    const isGap = value === null || value === undefined;
    return `${label} ${isGap ? t('chart.noValue') : format(value)}`;
  });
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className={styles.slider}
        aria-label={t('chart.cursor', { title })}
        aria-describedby={helpId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={
          last < 0
            ? t('chart.noValue')
            : [formatMoment(times[index]), ...values].join(', ')
        }
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
      >
        {children}
      </div>
      <VisuallyHidden id={helpId}>{t('chart.help')}</VisuallyHidden>
      <div role="status" className={styles.marking}>
        {keys.markedFrom !== undefined &&
          t('chart.marking', { from: formatMoment(keys.markedFrom) })}
      </div>
    </>
  );
};
