import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { RelativeTime, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { formatBytes } from '../../formatBytes';
import { ecrTranslationRef } from '../../translation';
import { Environments } from '../Environments';
import { ImageKind } from '../ImageKind';
import { ScanState } from '../ScanState';
import { ImageActions } from './ImageActions';
import { ImageCell } from './ImageCell';

import styles from './useImageColumns.module.css';

/** The columns of the table of images. */
export function useImageColumns({
  withRepository,
  hrefOf,
}: {
  withRepository: boolean;
  /** Address of the page with this image open. */
  hrefOf(image: EcrImage): string;
}): DenseColumn<EcrImage>[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  return useMemo(() => {
    const repository: DenseColumn<EcrImage> = {
      id: 'repository',
      label: t('columns.repository'),
      render: image => image.repository,
    };
    const columns: DenseColumn<EcrImage>[] = [
      {
        id: 'image',
        label: t('columns.image'),
        isRowHeader: true,
        render: image => <ImageCell image={image} href={hrefOf(image)} />,
      },
      ...(withRepository ? [repository] : []),
      {
        id: 'running',
        label: t('columns.running'),
        render: image => <Environments names={image.runningIn} />,
      },
      {
        id: 'scan',
        label: t('columns.scan'),
        render: image => <ScanState scan={image.scan} />,
      },
      {
        id: 'pushed',
        label: t('columns.pushed'),
        render: image => <RelativeTime value={image.pushedAt} />,
      },
      {
        id: 'pulled',
        label: t('columns.pulled'),
        isSecondary: true,
        render: image =>
          image.lastPulledAt ? (
            <RelativeTime value={image.lastPulledAt} />
          ) : (
            <span title={t('images.neverPulled')}>–</span>
          ),
      },
      {
        id: 'size',
        label: t('columns.size'),
        align: 'end',
        render: image => (
          <span className={styles.size}>
            {image.sizeInBytes === undefined
              ? t('images.notKnown')
              : formatBytes(image.sizeInBytes)}
          </span>
        ),
      },
      {
        id: 'kind',
        label: t('columns.kind'),
        isSecondary: true,
        render: image => <ImageKind image={image} />,
      },
      {
        id: 'actions',
        label: t('columns.actions'),
        render: image => <ImageActions image={image} />,
      },
    ];
    return columns;
  }, [t, withRepository, hrefOf]);
}
