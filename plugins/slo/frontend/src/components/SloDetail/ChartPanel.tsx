import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiLineChartLine, RiTableLine } from '@remixicon/react';
import { Freshness, Panel, StatusLabel } from '@shopstack/plugin-kit-react';
import { troubledSources, type Observed } from '@shopstack/plugin-kit-common';
import type { SloChart } from '@shopstack/plugin-slo-common';
import type { ReactNode } from 'react';
import { HANDLES_HEIGHT } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { ExternalLink } from './ExternalLink';
import { MissingChart } from './MissingChart';
import { Queries } from './Queries';
import styles from './SloDetail.module.css';
import { Warning } from './Warning';
import type { KeptState } from './useSloReadings';

export interface ChartPanelProps {
  title: string;
  state: KeptState<Observed<SloChart>>;
  /** Pixels of the drawing. */
  height: number;
  /** True where handles stand above the drawing. */
  hasHandles?: boolean;
  asTable: boolean;
  onToggleTable(): void;
  /** What the chart says, and how to read it; beside the title. */
  note?: ReactNode;
  /** More for the corner. */
  corner?: ReactNode;
  /** Inside something that has a frame and a title already. */
  isPlain?: boolean;
  children(chart: SloChart): ReactNode;
}

/** True for a chart with at least one measured value. */
function hasValues({ series }: SloChart): boolean {
  const isMeasured = ({ name }: { name: string }) =>
    name !== 'threshold' && name !== 'ideal';
  return series
    .filter(isMeasured)
    .some(({ values }) => values.some(value => value !== null));
}

/**
 * The frame of a chart, of one size in every state: loading, failed, not answered, empty, old, whole. Notices of sources
 * stand once at the top of the page; here stands what they mean for this chart.
 */
export const ChartPanel = (props: ChartPanelProps) => {
  const { title, state, height, asTable } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const place = height + (props.hasHandles ? HANDLES_HEIGHT : 0);
  const sources = state.data?.sources ?? [];
  const [troubled] = troubledSources(sources);
  const chart = state.data?.items[0];
  const isOld = Boolean(chart && (troubled || state.error));
  const url = chart?.queries.find(query => query.url)?.url;

  const corner = (
    <>
      {props.corner}
      {isOld && (
        <StatusLabel
          tone="warning"
          detail={troubled?.reason ?? state.error?.message}
        >
          {t('chart.stale')}
        </StatusLabel>
      )}
      <Freshness
        sources={sources}
        answeredAt={state.answeredAt}
        refreshing={state.refreshing}
        onRefresh={state.refresh}
      />
    </>
  );
  const body = (
    <>
      {props.note && <div className={styles.note}>{props.note}</div>}
      {chart && hasValues(chart) ? (
        props.children(chart)
      ) : (
        <MissingChart title={title} state={state} height={place} />
      )}
      {Boolean(chart?.warnings.length) && (
        <Warning>
          {t('chart.warnings', { warnings: chart!.warnings.join('; ') })}
        </Warning>
      )}
      <div className={styles.foot}>
        <Button
          size="small"
          variant="tertiary"
          isDisabled={!chart}
          aria-label={t(asTable ? 'chart.drawingOf' : 'chart.tableOf', {
            title,
          })}
          iconStart={
            asTable ? <RiLineChartLine size={14} /> : <RiTableLine size={14} />
          }
          onPress={props.onToggleTable}
        >
          {t(asTable ? 'chart.drawing' : 'chart.table')}
        </Button>
        {url && (
          <ExternalLink href={url} label={t('chart.openOf', { title })}>
            {t('explain.open')}
          </ExternalLink>
        )}
        {chart && chart.queries.length > 0 && (
          <details className={styles.explain}>
            <summary>{t('chart.query')}</summary>
            <Queries queries={chart.queries} />
          </details>
        )}
      </div>
    </>
  );
  if (props.isPlain) {
    return (
      <div className={styles.plain}>
        <div className={styles.plainCorner}>{corner}</div>
        {body}
      </div>
    );
  }
  return (
    <Panel title={title} stale={isOld} corner={corner}>
      {body}
    </Panel>
  );
};
