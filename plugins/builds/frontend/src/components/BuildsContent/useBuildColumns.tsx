import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  Build,
  BuildId,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import { RelativeTime, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { buildName } from '../../buildName';
import { executorTitle } from '../../executorTitle';
import { buildsTranslationRef } from '../../translation';
import {
  CommitCell,
  DurationCell,
  ImageCell,
  InitiatorCell,
} from '../BuildCells';
import { BuildStatusLabel } from '../BuildStatusLabel';
import styles from './BuildsContent.module.css';

export interface BuildColumnsOptions {
  projects: BuildProject[];
  hrefOf(build: BuildId): string;
  imagesHref?: (digest: string) => string;
}

/** The columns of the table of builds. */
export function useBuildColumns(
  options: BuildColumnsOptions,
): DenseColumn<Build>[] {
  const { projects, hrefOf, imagesHref } = options;
  const { t } = useTranslationRef(buildsTranslationRef);
  return useMemo(() => {
    const medianOf = ({ projectKey }: Build) =>
      projects.find(({ key }) => key === projectKey)?.medianSeconds;
    const columns: DenseColumn<Build>[] = [
      {
        id: 'number',
        label: t('columns.number'),
        isRowHeader: true,
        render: build => (
          <span className={styles.build}>
            <span className={styles.name}>
              <Link
                href={hrefOf(build)}
                aria-label={t('builds.open', {
                  name: buildName(build),
                  project: build.project,
                })}
              >
                {buildName(build)}
              </Link>
              <span className={styles.project} title={build.project}>
                {build.project}
              </span>
            </span>
            <span className={styles.executor}>
              {executorTitle(t, build.executor)}
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
        id: 'branch',
        label: t('columns.branch'),
        render: build => (
          <span className={styles.branch} title={build.branch}>
            {build.branch ?? ''}
          </span>
        ),
      },
      {
        id: 'commit',
        label: t('columns.commit'),
        render: build => <CommitCell build={build} />,
      },
      {
        id: 'initiator',
        label: t('columns.startedBy'),
        isSecondary: true,
        render: build => <InitiatorCell build={build} />,
      },
      {
        id: 'started',
        label: t('columns.started'),
        render: build =>
          build.startedAt ? (
            <RelativeTime value={build.startedAt} />
          ) : (
            t('builds.notStarted')
          ),
      },
      {
        id: 'duration',
        label: t('columns.duration'),
        render: build => (
          <DurationCell build={build} medianSeconds={medianOf(build)} />
        ),
      },
      {
        id: 'image',
        label: t('columns.image'),
        isSecondary: true,
        render: build => <ImageCell build={build} imagesHref={imagesHref} />,
      },
    ];
    return columns;
  }, [hrefOf, imagesHref, projects, t]);
}
