import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImageChild } from '@shopstack/plugin-ecr-common';
import {
  CopyText,
  DenseTable,
  Panel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { formatBytes } from '../../formatBytes';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';

/** The images for single platforms inside an index. */
export const PlatformsPanel = ({
  platforms,
}: {
  platforms: EcrImageChild[];
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const columns = useMemo<DenseColumn<EcrImageChild>[]>(
    () => [
      {
        id: 'platform',
        label: t('platforms.platform'),
        isRowHeader: true,
        render: child => child.platform ?? t('platforms.none'),
      },
      {
        id: 'digest',
        label: t('columns.digest'),
        render: child => (
          <CopyText
            text={child.digest}
            display={shortDigest(child.digest)}
            what={t('images.digest')}
          />
        ),
      },
      {
        id: 'size',
        label: t('columns.size'),
        align: 'end',
        render: child =>
          child.sizeInBytes === undefined
            ? t('images.notKnown')
            : formatBytes(child.sizeInBytes),
      },
    ],
    [t],
  );
  return (
    <Panel title={t('platforms.title')}>
      <DenseTable
        label={t('platforms.title')}
        columns={columns}
        items={platforms}
        keyOf={child => child.digest}
      />
    </Panel>
  );
};
