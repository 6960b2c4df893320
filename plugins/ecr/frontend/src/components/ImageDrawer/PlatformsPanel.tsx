import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImageChild } from '@shopstack/plugin-ecr-common';
import {
  DenseTable,
  Panel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { ecrTranslationRef } from '../../translation';
import { usePartColumns } from './usePartColumns';

/** The images for single platforms inside an index. */
export const PlatformsPanel = ({
  platforms,
}: {
  platforms: EcrImageChild[];
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const parts = usePartColumns();
  const columns = useMemo<DenseColumn<EcrImageChild>[]>(
    () => [
      {
        id: 'platform',
        label: t('platforms.platform'),
        isRowHeader: true,
        render: child => child.platform ?? t('platforms.none'),
      },
      ...parts,
    ],
    [t, parts],
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
