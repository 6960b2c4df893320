import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrReferrer } from '@shopstack/plugin-ecr-common';
import {
  CopyText,
  DenseTable,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { formatBytes } from '../../formatBytes';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';

/** Signatures, bills of materials and attestations of an image. */
export const ReferrersTable = ({ referrers }: { referrers: EcrReferrer[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
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
      {
        id: 'digest',
        label: t('columns.digest'),
        render: referrer => (
          <CopyText
            text={referrer.digest}
            display={shortDigest(referrer.digest)}
            what={t('images.digest')}
          />
        ),
      },
      {
        id: 'size',
        label: t('columns.size'),
        align: 'end',
        render: referrer =>
          referrer.sizeInBytes === undefined
            ? t('images.notKnown')
            : formatBytes(referrer.sizeInBytes),
      },
    ],
    [t],
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
