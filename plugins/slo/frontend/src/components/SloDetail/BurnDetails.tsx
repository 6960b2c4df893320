import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import {
  formatDuration,
  type SloBurnWindow,
  type SloChart,
} from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { conditionSpans, formatMultiple, TimeChart } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';
import { ALERT_LOOKS, rowChart } from './burnLooks';
import { ChartPanel } from './ChartPanel';
import { levelLine, linesOf } from './chartLines';
import { FutureTime } from './FutureTime';
import styles from './SloDetail.module.css';
import { rangeOfRule } from './ranges';
import type { DetailAddress } from './useDetailAddress';
import { usePageChart } from './usePageChart';
import type { Subject } from './useSloReadings';

const HEIGHT = 180;

export interface BurnDetailsProps {
  row: SloBurnWindow;
  subject: Subject;
  address: DetailAddress;
  /** The objective's window in words. */
  window: string;
  /** True when its rules keep quiet in few events. */
  isGuarded: boolean;
  /** Unix seconds of the deployments. */
  moments: number[];
}

/** Who keeps an alert quiet, until when, and why. */
const Quiet = ({ row: { alert } }: { row: SloBurnWindow }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  if (alert?.status === 'inhibited') {
    return (
      <p>
        <StatusLabel {...ALERT_LOOKS.inhibited}>
          {t('burn.status.inhibited')}
        </StatusLabel>{' '}
        {t('burn.inhibited')}
      </p>
    );
  }
  if (!alert?.silence) return null;
  const { createdBy, comment, endsAt } = alert.silence;
  return (
    <p>
      <StatusLabel {...ALERT_LOOKS.silenced}>
        {t('burn.status.silenced')}
      </StatusLabel>{' '}
      {t('burn.silencedBy', { who: createdBy, comment })}{' '}
      <FutureTime value={endsAt} />.
    </p>
  );
};

const seriesOf = ({ series }: SloChart, name: string) =>
  series.find(each => each.name === name)?.values ?? [];

/** What opens below a row of the burn table: the rule in words, and both windows over time. */
export const BurnDetails = (props: BurnDetailsProps) => {
  const { row, subject, address, window, isGuarded, moments } = props;
  const { shortWindow, longWindow, factor, holdSeconds, severity } = row;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const range = rangeOfRule(address.range, longWindow);
  const { state, frame, common, extentOf } = usePageChart(
    subject,
    rowChart(row),
    address,
    range,
  );
  const chart = state.data?.items[0];
  const { lines, spans } = useMemo(() => {
    if (!chart) return { lines: [], spans: [] };
    const threshold = seriesOf(chart, 'threshold');
    const limit = threshold.length ? threshold : chart.times.map(() => factor);
    return {
      lines: [
        ...linesOf(chart, {
          short: {
            label: t('burn.shortSeries', { window: shortWindow }),
            tone: 'info',
          },
          long: {
            label: t('burn.longSeries', { window: longWindow }),
            tone: 'warning',
          },
        }),
        levelLine(chart, 'threshold', factor, {
          label: t('burn.threshold'),
          tone: 'bad',
        }),
      ],
      spans: conditionSpans({
        times: chart.times,
        step: chart.stepSeconds,
        short: seriesOf(chart, 'short'),
        long: seriesOf(chart, 'long'),
        threshold: limit,
        holdSeconds,
      }),
    };
  }, [chart, factor, holdSeconds, longWindow, shortWindow, t]);
  const title = t('burn.chart', {
    severity: t(`burn.${severity}`),
    short: shortWindow,
    long: longWindow,
  });
  return (
    <div className={styles.rule}>
      <p>
        {t(`burn.rule.${severity}`, {
          share: formatBudget(row.budgetShare),
          window,
          long: longWindow,
          short: shortWindow,
          factor: formatMultiple(factor),
        })}{' '}
        {holdSeconds > 0
          ? t('burn.hold', { time: formatDuration(holdSeconds) })
          : t('burn.noHold')}{' '}
        {isGuarded && `${t('burn.guard', { long: longWindow })} `}
        {t(`burn.wordHint.${row.word}`)}
      </p>
      <Quiet row={row} />
      <ChartPanel
        {...frame}
        isPlain
        title={title}
        height={HEIGHT}
        note={
          range.kind === 'last' &&
          range !== address.range &&
          t('burn.last', { range: range.text })
        }
      >
        {shown => (
          <TimeChart
            {...common}
            title={title}
            times={shown.times}
            lines={lines}
            unit="burn-rate"
            scale="from-zero"
            x={extentOf(shown, moments)}
            height={HEIGHT}
            moments={moments}
            spans={spans}
          />
        )}
      </ChartPanel>
      {spans.length > 0 && <p className={styles.quiet}>{t('burn.shade')}</p>}
    </div>
  );
};
