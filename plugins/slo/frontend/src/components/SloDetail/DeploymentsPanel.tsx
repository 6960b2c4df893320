import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SOURCE_NAMES, type Observed } from '@shopstack/plugin-kit-common';
import {
  CopyText,
  DenseTable,
  EmptyState,
  ObservedPanel,
  RelativeTime,
  TableSkeleton,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import type { SloDeployment } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import type { CostedDeployment } from './deploymentCost';
import { changeTitle, shortRevision, withoutAddress } from './deploymentWords';
import { ExternalLink } from './ExternalLink';
import styles from './SloDetail.module.css';
import { SpentSince } from './SpentSince';
import type { KeptState } from './useSloReadings';

const FIRST_ROWS = 10;

/** The page says at its top when Prometheus does not answer; here it would only cost the last column its age. */
function withoutPrometheus(
  state: KeptState<Observed<SloDeployment>>,
): KeptState<Observed<SloDeployment>> {
  const { data } = state;
  if (!data) return state;
  const sources = data.sources.filter(
    ({ source }) => source !== SOURCE_NAMES.prometheus,
  );
  return { ...state, data: { ...data, sources } };
}

/** What every deployment of the range cost, the newest first. */
export const DeploymentsPanel = ({
  state,
  deployments,
  window,
}: {
  state: KeptState<Observed<SloDeployment>>;
  /** Those of the state, with what they cost. */
  deployments: CostedDeployment[];
  /** The objective's window in words. */
  window: string;
}) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const columns = useMemo<DenseColumn<CostedDeployment>[]>(
    () => [
      {
        id: 'at',
        label: t('deployments.at'),
        isRowHeader: true,
        render: each => <RelativeTime value={each.at} />,
      },
      {
        id: 'spent',
        label: t('deployments.spent'),
        render: each => <SpentSince deployment={each} />,
      },
      {
        id: 'revision',
        label: t('deployments.revision'),
        render: ({ revision }) => (
          <CopyText
            text={revision}
            display={shortRevision(revision)}
            what={t('deployments.revision')}
          />
        ),
      },
      {
        id: 'message',
        label: t('deployments.message'),
        render: each => changeTitle(each.message) ?? '',
      },
      {
        id: 'author',
        label: t('deployments.author'),
        isSecondary: true,
        render: ({ author }) => (
          <span title={author}>{withoutAddress(author) ?? ''}</span>
        ),
      },
      {
        id: 'application',
        label: t('deployments.application'),
        render: ({ application, url }) =>
          url ? (
            <ExternalLink
              href={url}
              label={`${t('deployments.open')}: ${application}`}
            >
              {application}
            </ExternalLink>
          ) : (
            application
          ),
      },
    ],
    [t],
  );
  return (
    <ObservedPanel
      title={t('deployments.title')}
      state={withoutPrometheus(state)}
      failureTitle={t('deployments.failure')}
      skeleton={
        <TableSkeleton label={t('deployments.label')} columns={5} rows={4} />
      }
      isEmpty={data => data.items.length === 0}
      empty={
        <EmptyState
          title={t('deployments.empty')}
          description={t('deployments.emptyHint')}
        />
      }
    >
      {() => (
        <>
          <p className={styles.note}>{t('deployments.what', { window })}</p>
          <DenseTable
            label={t('deployments.title')}
            columns={columns}
            items={deployments}
            keyOf={each => `${each.application} ${each.at} ${each.revision}`}
            firstRows={FIRST_ROWS}
          />
        </>
      )}
    </ObservedPanel>
  );
};
