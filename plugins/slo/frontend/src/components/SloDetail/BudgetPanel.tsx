import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { TimeChart, type ChartMarker } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';
import { ChartPanel } from './ChartPanel';
import { linesOf } from './chartLines';
import type { DetailAddress } from './useDetailAddress';
import { usePageChart } from './usePageChart';
import type { Subject } from './useSloReadings';

const HEIGHT = 260;

export interface BudgetPanelProps {
  subject: Subject;
  address: DetailAddress;
  /** The objective's window in words. */
  window: string;
  markers: ChartMarker[];
  /** Unix seconds of the markers. */
  moments: number[];
}

/** What was left of the error budget over time, with the deployments that spent it. */
export const BudgetPanel = (props: BudgetPanelProps) => {
  const { subject, address, window, markers, moments } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { state, frame, common, extentOf } = usePageChart(
    subject,
    'budget',
    address,
  );
  const chart = state.data?.items[0];
  const lines = useMemo(
    () =>
      chart
        ? linesOf(chart, {
            remaining: {
              label: t('budget.series'),
              tone: 'sign',
              isArea: true,
            },
          })
        : [],
    [chart, t],
  );
  return (
    <ChartPanel
      {...frame}
      title={t('budget.title')}
      height={HEIGHT}
      hasHandles
      note={t('budget.what', { window })}
    >
      {shown => (
        <TimeChart
          {...common}
          title={t('budget.title')}
          times={shown.times}
          lines={lines}
          unit="share"
          format={formatBudget}
          scale="budget"
          x={extentOf(shown, moments)}
          height={HEIGHT}
          markers={markers}
          markersLabel={t('budget.deployments')}
        />
      )}
    </ChartPanel>
  );
};
