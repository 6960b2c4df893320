import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Build } from '@shopstack/plugin-builds-common';
import {
  formatDuration,
  RelativeTime,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';
import { BuildStatusLabel } from './BuildStatusLabel';
import { buildName } from './buildName';
import { CommitCell } from './CommitCell';

/** Initiators of CodeBuild are `<service>/<role>`; the last part says who, the whole stands on hover. */
function shortInitiator(initiator: string | undefined): string {
  return initiator?.split('/').pop() ?? '';
}

/** The columns of the table of builds. */
export function useBuildColumns(): DenseColumn<Build>[] {
  const { t } = useTranslationRef(buildsTranslationRef);
  return useMemo(() => {
    const executorOf = (build: Build) =>
      t(
        build.executor === 'aws-codebuild'
          ? 'executor.codebuild'
          : 'executor.githubActions',
      );
    const columns: DenseColumn<Build>[] = [
      {
        id: 'number',
        label: t('columns.number'),
        isRowHeader: true,
        render: build => (
          <span className={styles.build}>
            <Link
              href={build.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('builds.open', {
                number: buildName(build),
                executor: executorOf(build),
              })}
            >
              {buildName(build)}
            </Link>
            <span className={styles.executor} title={build.project}>
              {executorOf(build)}
            </span>
          </span>
        ),
      },
      {
        id: 'status',
        label: t('columns.status'),
        render: build => <BuildStatusLabel status={build.status} />,
      },
      {
        id: 'commit',
        label: t('columns.commit'),
        render: build => <CommitCell build={build} />,
      },
      {
        id: 'branch',
        label: t('columns.branch'),
        render: build => (
          <span className={styles.branch} title={build.branch}>
            {build.branch ?? ''}
          </span>
        ),
      },
      {
        id: 'initiator',
        label: t('columns.initiator'),
        render: build => (
          <span className={styles.initiator} title={build.initiator}>
            {shortInitiator(build.initiator)}
          </span>
        ),
      },
      {
        id: 'started',
        label: t('columns.started'),
        render: build => <RelativeTime value={build.startedAt} />,
      },
      {
        id: 'duration',
        label: t('columns.duration'),
        align: 'end',
        render: build =>
          build.durationSeconds !== undefined && (
            <span className={styles.duration}>
              {formatDuration(build.durationSeconds)}
            </span>
          ),
      },
    ];
    return columns;
  }, [t]);
}
