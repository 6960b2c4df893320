import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { DenseTable } from '@shopstack/plugin-kit-react';
import { formatImageId } from '../../imageId';
import { ecrTranslationRef } from '../../translation';
import { useImageLink } from './useImageLink';
import { useServiceScanColumns } from './useServiceScanColumns';
import { WorstFindings } from './WorstFindings';

/** One row an image that runs; it opens to the worst of its findings. */
export const ServiceScansTable = ({ scans }: { scans: EcrServiceScan[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const hrefOf = useImageLink();
  const columns = useServiceScanColumns(hrefOf);
  return (
    <DenseTable
      label={t('team.panel')}
      columns={columns}
      items={scans}
      keyOf={scan => `${scan.entityRef} ${formatImageId(scan.image)}`}
      nameOf={scan => scan.title}
      expand={scan => <WorstFindings scan={scan} href={hrefOf(scan)} />}
    />
  );
};
