import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { troubledSources, type Observed } from '@shopstack/plugin-kit-common';
import { sourceTitle, StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloChart } from '@shopstack/plugin-slo-common';
import { ChartPlace } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import styles from './SloDetail.module.css';
import type { KeptState } from './useSloReadings';

export interface MissingChartProps {
  title: string;
  state: KeptState<Observed<SloChart>>;
  /** Pixels of the drawing. */
  height: number;
}

/** Why a chart is not there, in its place: on its way, not answered, failed, or nothing to draw. */
export const MissingChart = ({ title, state, height }: MissingChartProps) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const [troubled] = troubledSources(state.data?.sources ?? []);
  const hasAnswer = Boolean(state.data?.items.length);
  if (state.loading) {
    return (
      <ChartPlace height={height}>
        <div
          role="status"
          aria-label={t('chart.loading', { title })}
          className={styles.fill}
        >
          <Skeleton width="100%" height="100%" />
        </div>
      </ChartPlace>
    );
  }
  if (troubled && !hasAnswer) {
    return (
      <ChartPlace height={height}>
        <StatusLabel tone="unknown">
          {t('chart.unanswered', { source: sourceTitle(troubled) })}
        </StatusLabel>
        {troubled.reason && <p>{troubled.reason}</p>}
        <p>{t('chart.unansweredHint')}</p>
      </ChartPlace>
    );
  }
  if (state.error && !hasAnswer) {
    return (
      <ChartPlace height={height}>
        <StatusLabel tone="danger">{t('chart.failure', { title })}</StatusLabel>
        <p>{state.error.message}</p>
        <Button size="small" variant="secondary" onPress={state.refresh}>
          {t('chart.again')}
        </Button>
      </ChartPlace>
    );
  }
  return (
    <ChartPlace height={height}>
      <StatusLabel tone="none">{t('chart.empty')}</StatusLabel>
      <p>{t('chart.emptyHint')}</p>
    </ChartPlace>
  );
};
