import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Build } from '@shopstack/plugin-builds-common';
import { RelativeTime } from '@shopstack/plugin-kit-react';
import type { ReactNode } from 'react';
import { triggerName } from '../../triggerName';
import { buildsTranslationRef } from '../../translation';
import { CommitCell, DurationCell, ImageCell } from '../BuildCells';
import { BuildStatusLabel } from '../BuildStatusLabel';
import styles from './BuildDrawer.module.css';

export interface BuildFactsProps {
  build: Build;
  medianSeconds: number | undefined;
  imagesHref?: (digest: string) => string;
}

/** What there is to know of a build before its phases. What is not known is left out. */
export const BuildFacts = (props: BuildFactsProps) => {
  const { build, medianSeconds, imagesHref } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const facts: [label: string, value: ReactNode][] = [
    [t('columns.status'), <BuildStatusLabel status={build.status} />],
    [t('columns.branch'), build.branch],
    [t('columns.commit'), build.commit && <CommitCell build={build} />],
    [t('columns.initiator'), build.initiator],
    [t('columns.trigger'), build.trigger && triggerName(t, build.trigger)],
    [
      t('columns.started'),
      build.startedAt && <RelativeTime value={build.startedAt} />,
    ],
    [
      t('columns.duration'),
      (build.startedAt || build.durationSeconds !== undefined) && (
        <DurationCell build={build} medianSeconds={medianSeconds} />
      ),
    ],
    [
      t('columns.image'),
      build.imageDigest && <ImageCell build={build} imagesHref={imagesHref} />,
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
};
