import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrReferrer } from '@shopstack/plugin-ecr-common';
import { DenseTable, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { ecrTranslationRef } from '../../translation';
import { usePartColumns } from './usePartColumns';

/** Signatures, bills of materials and attestations of an image. */
export const ReferrersTable = ({ referrers }: { referrers: EcrReferrer[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const parts = usePartColumns();
  const columns = useMemo<DenseColumn<EcrReferrer>[]>(
    () => [
      {
        id: 'kind',
        label: t('supply.kind'),
        isRowHeader: true,
        render: referrer => t(`supply.${referrer.kind}`),
      },
      {
        id: 'type',
        label: t('supply.type'),
        render: referrer =>
          referrer.artifactType ?? referrer.mediaType ?? t('images.notKnown'),
      },
      ...parts,
    ],
    [t, parts],
  );
  return (
    <DenseTable
      label={t('supply.title')}
      columns={columns}
      items={referrers}
      keyOf={referrer => referrer.digest}
    />
  );
};
