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
          phase.durationSeconds !== undefined && (
            <span className={styles.duration}>
              {formatDuration(phase.durationSeconds)}
            </span>
          ),
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
      <dl className={styles.facts}>
        {build.commitMessage && (
          <>
            <dt>{t('builds.message')}</dt>
            <dd>{build.commitMessage}</dd>
          </>
        )}
        {build.trigger && (
          <>
            <dt>{t('builds.trigger')}</dt>
            <dd>{build.trigger}</dd>
          </>
        )}
        {build.imageDigest && (
          <>
            <dt>{t('builds.image')}</dt>
            <dd>
              <CopyText text={build.imageDigest} what={t('builds.digest')} />
            </dd>
          </>
        )}
      </dl>
      {build.phases.length > 0 ? (
        <DenseTable
          label={t('builds.phasesOf', { number: buildName(build) })}
          columns={columns}
          items={build.phases}
          keyOf={(phase, index) => `${index}/${phase.name}`}
        />
      ) : (
        <p>{t('builds.noPhases')}</p>
      )}
    </div>
  );
};
