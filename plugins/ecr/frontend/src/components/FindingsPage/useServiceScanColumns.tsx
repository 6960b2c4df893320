import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { EcrServiceScan } from '@shopstack/plugin-ecr-common';
import {
  CopyText,
  RelativeTime,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { imageName } from '../../imageName';
import { ecrTranslationRef } from '../../translation';
import { Environments } from '../Environments';
import { ScanState } from '../ScanState';
import styles from './FindingsPage.module.css';

/** The columns of the table of running images. */
export function useServiceScanColumns(
  hrefOf: (scan: EcrServiceScan) => string,
): DenseColumn<EcrServiceScan>[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  return useMemo(
    () => [
      {
        id: 'service',
        label: t('team.service'),
        isRowHeader: true,
        render: scan => <Link href={hrefOf(scan)}>{scan.title}</Link>,
      },
      {
        id: 'scan',
        label: t('columns.scan'),
        render: scan => <ScanState scan={scan.image.scan} />,
      },
      {
        id: 'running',
        label: t('columns.running'),
        render: scan => <Environments names={scan.image.runningIn} />,
      },
      {
        id: 'image',
        label: t('team.image'),
        render: scan => (
          <span className={styles.image}>
            <CopyText
              text={scan.image.digest}
              display={imageName(scan.image)}
              what={t('images.digest')}
            />
          </span>
        ),
      },
      {
        id: 'pushed',
        isSecondary: true,
        label: t('columns.pushed'),
        render: scan => <RelativeTime value={scan.image.pushedAt} />,
      },
      {
        id: 'owner',
        isSecondary: true,
        label: t('team.ownerColumn'),
        render: scan =>
          scan.owner ? (
            <EntityRefLink entityRef={scan.owner} defaultKind="group" />
          ) : (
            t('team.noOwner')
          ),
      },
    ],
    [t, hrefOf],
  );
}
