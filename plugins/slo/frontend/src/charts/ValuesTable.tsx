import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { sloDetailTranslationRef } from '../detailTranslation';
import styles from './TimeChart.module.css';
import { formatMoment } from './timeAxis';
import type { ChartLine } from './types';
import { valuesCsv } from './valuesCsv';

export interface ValuesTableProps {
  title: string;
  times: number[];
  lines: ChartLine[];
  format(value: number): string;
  /** Pixels, those of the drawing. */
  height: number;
}

/** What a chart draws, in rows, the newest first; it scrolls in the room of the drawing. */
export const ValuesTable = (props: ValuesTableProps) => {
  const { title, times, lines, format, height } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const newestFirst = times.map((_time, index) => times.length - 1 - index);
  return (
    <div className={styles.values} style={{ height }}>
      <div className={styles.copy}>
        <CopyButton text={valuesCsv(times, lines)} what={t('chart.csv')} />
      </div>
      <div
        className={styles.scroll}
        // What scrolls has to be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t('chart.caption', { title })}
      >
        <table>
          <caption>{t('chart.caption', { title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.time')}</th>
              {lines.map(line => (
                <th key={line.id} scope="col">
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(index => (
              <tr key={times[index]}>
                <th scope="row">{formatMoment(times[index])}</th>
                {lines.map(({ id, values }) => {
                  const value = values[index];
                  return (
                    <td key={id}>
                      {value === null || value === undefined
                        ? t('chart.noValue')
                        : format(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
