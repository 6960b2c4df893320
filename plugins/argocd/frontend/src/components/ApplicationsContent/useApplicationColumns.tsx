import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  ArgocdAction,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import {
  CopyText,
  RelativeTime,
  StatusLabel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { HEALTH_TONES, SYNC_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';
import { ApplicationActions } from '../ApplicationActions';
import styles from './ApplicationsContent.module.css';
import { Attention } from './Attention';

const SHORT_REVISION_LENGTH = 7;

export interface ApplicationColumnsOptions {
  entityRef: string;
  allowed: Record<ArgocdAction, boolean>;
  /** Argo CD took what somebody asked for. */
  onDone(): void;
  /** True when the applications are of several instances. */
  withInstance: boolean;
}

/** The columns of the table of applications. */
export function useApplicationColumns(
  options: ApplicationColumnsOptions,
): DenseColumn<ArgocdApplication>[] {
  const { entityRef, allowed, onDone, withInstance } = options;
  const { refresh, sync: maySync } = allowed;
  const { t } = useTranslationRef(argocdTranslationRef);
  return useMemo(() => {
    const instance: DenseColumn<ArgocdApplication> = {
      id: 'instance',
      label: t('columns.instance'),
      render: each => each.instance,
    };
    const actions: DenseColumn<ArgocdApplication> = {
      id: 'actions',
      label: t('columns.actions'),
      render: application => (
        <ApplicationActions
          entityRef={entityRef}
          application={application}
          allowed={{ refresh, sync: maySync }}
          onDone={onDone}
        />
      ),
    };
    const columns: DenseColumn<ArgocdApplication>[] = [
      {
        id: 'environment',
        label: t('columns.environment'),
        render: ({ environment, basis }) => (
          <>
            {environment ?? ''}{' '}
            {environment && basis === 'inferred' && (
              <span
                className={styles.inferred}
                title={t('applications.inferredHint')}
              >
                {t('applications.inferred')}
              </span>
            )}
          </>
        ),
      },
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
      ...(withInstance ? [instance] : []),
      {
        id: 'sync',
        label: t('columns.sync'),
        render: ({ sync }) => (
          <StatusLabel tone={SYNC_TONES[sync.status] ?? 'unknown'}>
            {sync.status}
          </StatusLabel>
        ),
      },
      {
        id: 'health',
        label: t('columns.health'),
        render: ({ health }) => (
          <StatusLabel
            tone={HEALTH_TONES[health.status] ?? 'unknown'}
            detail={health.message}
          >
            {health.status}
          </StatusLabel>
        ),
      },
      {
        id: 'revision',
        label: t('columns.revision'),
        render: ({ sync }) =>
          sync.revision && (
            <CopyText
              text={sync.revision}
              display={sync.revision.slice(0, SHORT_REVISION_LENGTH)}
              what={t('applications.revision')}
            />
          ),
      },
      {
        id: 'deployed',
        label: t('columns.deployed'),
        render: ({ history }) =>
          history[0] && <RelativeTime value={history[0].deployedAt} />,
      },
      {
        id: 'attention',
        label: t('columns.attention'),
        render: application => <Attention application={application} />,
      },
      ...(refresh || maySync ? [actions] : []),
    ];
    return columns;
  }, [t, entityRef, refresh, maySync, onDone, withInstance]);
}
