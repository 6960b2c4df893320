import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CSSProperties } from 'react';
import { sloDetailTranslationRef } from '../detailTranslation';
import { toneColour } from './colours';
import { useCursorIndex, type Cursor } from './cursor';
import styles from './TimeChart.module.css';
import { formatMoment } from './timeAxis';
import type { ChartLine } from './types';

export interface LegendProps {
  times: number[];
  lines: ChartLine[];
  cursor: Cursor;
  format(value: number): string;
}

/** The last moment with a value. */
function latestIndex(lines: ChartLine[], times: number[]): number {
  for (let index = times.length - 1; index > 0; index -= 1) {
    if (lines.some(line => !line.isDashed && line.values[index] !== null)) {
      return index;
    }
  }
  return 0;
}

/** The lines of a chart by name, with their values where the page points, or the latest. */
export const Legend = ({ times, lines, cursor, format }: LegendProps) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const pointed = useCursorIndex(cursor, times);
  const index = pointed ?? latestIndex(lines, times);
  return (
    <div className={styles.legend}>
      <span className={styles.moment}>
        {times.length > 0 && formatMoment(times[index])}
      </span>
      {lines.map(line => {
        const value = line.values[index];
        const isGap = value === null || value === undefined;
        const tone =
          line.tone === 'sign' && !isGap && value < 0 ? 'bad' : line.tone;
        return (
          <span key={line.id} className={styles.key}>
            <span
              aria-hidden="true"
              className={styles.swatch}
              data-dashed={line.isDashed || undefined}
              style={{ '--tone': toneColour(tone) } as CSSProperties}
            />
            {line.label} <b>{isGap ? t('chart.noValue') : format(value)}</b>
          </span>
        );
      })}
    </div>
  );
};
