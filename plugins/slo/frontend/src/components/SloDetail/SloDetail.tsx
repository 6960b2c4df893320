import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import {
  EmptyState,
  FailureNotice,
  Freshness,
  Panel,
  SourceNotice,
} from '@shopstack/plugin-kit-react';
import {
  formatDuration,
  type SloReference,
} from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { SharedCursor } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { BackToList } from './BackToList';
import { BudgetPanel } from './BudgetPanel';
import { BurnPanel } from './BurnPanel';
import { CalendarPanel } from './CalendarPanel';
import { DeploymentsPanel } from './DeploymentsPanel';
import { DetailHeader, nameOf } from './DetailHeader';
import { FilePanel } from './FilePanel';
import { Loading } from './Loading';
import { Queries } from './Queries';
import { RangeBar } from './RangeBar';
import { presetRanges, toChartRange } from './ranges';
import { SignalPanels } from './SignalPanels';
import styles from './SloDetail.module.css';
import { Tiles } from './Tiles';
import { useCosts } from './useCosts';
import { useDetailAddress, useIsLive } from './useDetailAddress';
import { useMarkers } from './useMarkers';
import { useDeployments, useSlo, type Subject } from './useSloReadings';
import { withoutDoubt } from './withoutDoubt';

/** Most objectives have this window; charts are asked for it before the objective itself is known. */
const USUAL_WINDOW = { seconds: 30 * 86_400, text: '30d' };

export interface SloDetailProps {
  reference: SloReference;
}

/** One objective of the page's entity in depth: the answer, the numbers, how they came about, and what to do about it. */
export const SloDetail = ({ reference: { instance, id } }: SloDetailProps) => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const isLive = useIsLive();
  const subject = useMemo<Subject>(
    () => ({ entityRef, instance, id, isLive }),
    [entityRef, instance, id, isLive],
  );
  const state = useSlo(subject);
  const answered = state.data?.items[0];
  const slo = useMemo(() => answered && withoutDoubt(answered), [answered]);
  const window = slo?.window ?? USUAL_WINDOW;
  const address = useDetailAddress(formatDuration(window.seconds));
  const deployments = useDeployments(subject, toChartRange(address.range));
  const costs = useCosts(deployments, address.range, window.seconds);
  const markers = useMarkers(costs);
  const moments = useMemo(() => markers.map(({ at }) => at), [markers]);
  const sources = state.data?.sources ?? [];
  // All numbers come from Prometheus: while it does not answer, they are old.
  const isStale =
    Boolean(state.error) ||
    sources.some(
      ({ source, state: how }) =>
        how === 'stale' ||
        (how === 'unavailable' && source === SOURCE_NAMES.prometheus),
    );
  const isGone =
    state.data && !slo && sources.every(source => source.state === 'ok');

  if (isGone) {
    return (
      <div className={styles.root}>
        <BackToList name={id} />
        <EmptyState
          title={t('missing.title')}
          description={t('missing.description')}
        />
      </div>
    );
  }
  return (
    <SharedCursor>
      <div className={styles.root}>
        <div className={styles.top}>
          <BackToList name={slo ? nameOf(slo) : id} />
          <Freshness
            sources={sources}
            answeredAt={state.answeredAt}
            refreshing={state.refreshing}
            onRefresh={state.refresh}
          />
        </div>
        {state.error && (
          <FailureNotice
            title={t('failure')}
            error={state.error}
            onRetry={state.refresh}
          />
        )}
        <SourceNotice sources={sources} />
        {slo && (
          <div className={styles.answered} data-stale={isStale || undefined}>
            <DetailHeader slo={slo} />
            <Tiles slo={slo} />
          </div>
        )}
        {state.loading && <Loading />}
        <RangeBar address={address} presets={presetRanges(window)} />
        <BudgetPanel
          subject={subject}
          address={address}
          window={window.text}
          markers={markers}
          moments={moments}
        />
        {slo && (
          <>
            <SignalPanels
              subject={subject}
              address={address}
              slo={slo}
              moments={moments}
            />
            <BurnPanel
              slo={slo}
              subject={subject}
              address={address}
              moments={moments}
              isStale={isStale}
            />
            <DeploymentsPanel
              state={deployments}
              deployments={costs}
              window={window.text}
            />
            {slo.charts.includes('calendar') && (
              <CalendarPanel subject={subject} address={address} />
            )}
            <Panel title={t('explain.panel')}>
              <p className={styles.note}>{t('explain.hint')}</p>
              <Queries queries={slo.queries} />
            </Panel>
            {slo.file && <FilePanel file={slo.file} />}
          </>
        )}
      </div>
    </SharedCursor>
  );
};
