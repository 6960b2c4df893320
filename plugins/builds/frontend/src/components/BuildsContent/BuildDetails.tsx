import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Build, BuildPhase } from '@shopstack/plugin-builds-common';
import {
  CopyText,
  DenseTable,
  formatDuration,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildsContent.module.css';
import { buildName } from './buildName';
import { BuildStatusLabel } from './BuildStatusLabel';

/** What opens below a build: the image that it pushed, and its phases with why one did not succeed. */
export const BuildDetails = ({ build }: { build: Build }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const columns = useMemo<DenseColumn<BuildPhase>[]>(
    () => [
      {
        id: 'name',
        label: t('phase.name'),
        isRowHeader: true,
        render: phase => phase.name,
      },
      {
        id: 'status',
        label: t('phase.status'),
        render: phase => <BuildStatusLabel status={phase.status} />,
      },
      {
        id: 'duration',
        label: t('phase.duration'),
        align: 'end',
        render: phase =>
          phase.durationSeconds === undefined
            ? ''
            : formatDuration(phase.durationSeconds),
      },
      {
        id: 'message',
        label: t('phase.message'),
        render: phase => phase.message ?? '',
      },
    ],
    [t],
  );
  return (
    <div className={styles.details}>
      {build.imageDigest && (
        <p>
          {t('builds.image')}{' '}
          <CopyText text={build.imageDigest} what={t('builds.digest')} />
        </p>
      )}
      {build.trigger && (
        <p>
          {t('builds.trigger')} {build.trigger}
        </p>
      )}
      {build.phases.length > 0 ? (
        <DenseTable
          label={t('builds.phasesOf', { number: buildName(build) })}
          columns={columns}
          items={build.phases}
          keyOf={phase => phase.name}
        />
      ) : (
        <p>{t('builds.noPhases')}</p>
      )}
    </div>
  );
};
