import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  errorBudget,
  type SloChart,
  type SloChartName,
  type SloDetail,
} from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import {
  formatValue,
  TimeChart,
  type ChartLine,
  type ScaleKind,
} from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatSli } from '../../format';
import { ChartPanel } from './ChartPanel';
import { levelLine, linesOf } from './chartLines';
import { latencyTarget } from './latencyTarget';
import styles from './SloDetail.module.css';
import type { DetailAddress } from './useDetailAddress';
import { usePageChart } from './usePageChart';
import type { Subject } from './useSloReadings';

const HEIGHT = 180;

interface SignalProps {
  subject: Subject;
  address: DetailAddress;
  slo: SloDetail;
  /** Unix seconds of the deployments. */
  moments: number[];
}

interface Signal {
  title: string;
  scale: ScaleKind;
  linesOf(chart: SloChart): ChartLine[];
  format?(value: number): string;
}

/** The charts of what the service does, beside the one of its budget. */
type SignalName = Extract<
  SloChartName,
  'requests' | 'errors' | 'sli' | 'latency'
>;

function useSignal(name: SignalName, slo: SloDetail): Signal {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return useMemo(() => {
    const { objective, queries, category } = slo;
    const isBusiness = category === 'business';
    const signals: Record<SignalName, Signal> = {
      requests: {
        title: t(isBusiness ? 'requests.titleEvents' : 'requests.title'),
        scale: 'from-zero',
        linesOf: chart =>
          linesOf(chart, {
            total: {
              label: t('requests.series'),
              tone: 'accent',
              isArea: true,
            },
          }),
        format: isBusiness
          ? value => formatValue('per-second', value).replace(' req', ' ')
          : undefined,
      },
      errors: {
        title: t('errors.title'),
        scale: 'from-zero',
        linesOf: chart => [
          ...linesOf(chart, {
            errors: { label: t('errors.series'), tone: 'bad', isArea: true },
          }),
          levelLine(chart, 'allowed', errorBudget(objective), {
            label: t('errors.allowed'),
            tone: 'muted',
          }),
        ],
      },
      sli: {
        title: t('sli.title'),
        scale: 'good-share',
        linesOf: chart => [
          ...linesOf(chart, { sli: { label: t('sli.series'), tone: 'good' } }),
          levelLine(chart, 'objective', objective / 100, {
            label: t('sli.objective'),
            tone: 'muted',
          }),
        ],
        format: value => formatSli(value, objective),
      },
      latency: {
        title: t('latency.title'),
        scale: 'from-zero',
        linesOf: chart => {
          const target = latencyTarget(queries);
          return [
            ...linesOf(chart, {
              p50: { label: 'p50', tone: 'good' },
              p90: { label: 'p90', tone: 'info' },
              p99: { label: 'p99', tone: 'warning' },
            }),
            ...(target === undefined
              ? []
              : [
                  levelLine(chart, 'target', target, {
                    label: t('latency.target'),
                    tone: 'muted',
                  }),
                ]),
          ];
        },
      },
    };
    return signals[name];
  }, [name, slo, t]);
}

const SignalPanel = ({
  name,
  subject,
  address,
  slo,
  moments,
}: SignalProps & { name: SignalName }) => {
  const signal = useSignal(name, slo);
  const { state, frame, common, extentOf } = usePageChart(
    subject,
    name,
    address,
  );
  const chart = state.data?.items[0];
  const lines = useMemo(
    () => (chart ? signal.linesOf(chart) : []),
    [chart, signal],
  );
  return (
    <ChartPanel {...frame} title={signal.title} height={HEIGHT}>
      {shown => (
        <TimeChart
          {...common}
          title={signal.title}
          times={shown.times}
          lines={lines}
          unit={shown.unit}
          format={signal.format}
          scale={signal.scale}
          x={extentOf(shown, moments)}
          height={HEIGHT}
          moments={moments}
        />
      )}
    </ChartPanel>
  );
};

/** Requests, errors and latency. The SLI is the errors' mirror image, so it is shown where there are no errors to show. */
export const SignalPanels = (props: SignalProps) => {
  const { charts } = props.slo;
  const names = charts.filter((name): name is SignalName =>
    name === 'sli'
      ? !charts.includes('errors')
      : name === 'requests' || name === 'errors' || name === 'latency',
  );
  if (names.length === 0) return null;
  return (
    <div className={styles.signals}>
      {names.map(name => (
        <SignalPanel key={name} {...props} name={name} />
      ))}
    </div>
  );
};
