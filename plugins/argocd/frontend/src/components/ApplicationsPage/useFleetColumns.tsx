import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import {
  CopyText,
  RelativeTime,
  StatusLabel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { FLEET_TONES, fleetState } from '../../fleetState';
import { HEALTH_TONES, OPERATION_TONES, SYNC_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';

const SHORT_REVISION_LENGTH = 7;

/** The columns of the list of all applications. */
export function useFleetColumns(): DenseColumn<ArgocdApplicationSummary>[] {
  const { t } = useTranslationRef(argocdTranslationRef);
  return useMemo(() => {
    const columns: DenseColumn<ArgocdApplicationSummary>[] = [
      {
        id: 'name',
        label: t('columns.name'),
        isRowHeader: true,
        render: ({ name, url }) => (
          <Link
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('applications.open', { name })}
          >
            {name}
          </Link>
        ),
      },
      {
        id: 'state',
        label: t('columns.state'),
        render: each => (
          <StatusLabel tone={FLEET_TONES[fleetState(each)]}>
            {t(`state.${fleetState(each)}`)}
          </StatusLabel>
        ),
      },
      {
        id: 'service',
        label: t('columns.service'),
        render: ({ entityRef, title }) =>
          entityRef ? (
            <EntityRefLink entityRef={entityRef} title={title} hideIcon />
          ) : (
            t('fleet.noService')
          ),
      },
      {
        id: 'environment',
        label: t('columns.environment'),
        render: ({ environment }) => environment ?? '',
      },
      {
        id: 'sync',
        label: t('columns.sync'),
        render: ({ sync }) => (
          <StatusLabel tone={SYNC_TONES[sync] ?? 'unknown'}>{sync}</StatusLabel>
        ),
      },
      {
        id: 'health',
        label: t('columns.health'),
        render: ({ health }) => (
          <StatusLabel tone={HEALTH_TONES[health] ?? 'unknown'}>
            {health}
          </StatusLabel>
        ),
      },
      {
        id: 'operation',
        label: t('columns.operation'),
        render: ({ operation, finishedAt }) =>
          operation && (
            <>
              <StatusLabel tone={OPERATION_TONES[operation] ?? 'unknown'}>
                {operation}
              </StatusLabel>{' '}
              {finishedAt && <RelativeTime value={finishedAt} />}
            </>
          ),
      },
      {
        id: 'revision',
        label: t('columns.revision'),
        isSecondary: true,
        render: ({ revision }) =>
          revision && (
            <CopyText
              text={revision}
              display={revision.slice(0, SHORT_REVISION_LENGTH)}
              what={t('applications.revision')}
            />
          ),
      },
      {
        id: 'instance',
        label: t('columns.instance'),
        isSecondary: true,
        render: ({ instance }) => instance,
      },
    ];
    return columns;
  }, [t]);
}
