import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyText, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { formatBytes } from '../../formatBytes';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';

/** What the registry keeps beside or inside an image. */
export interface Part {
  digest: string;
  sizeInBytes?: number;
}

/** The columns that everything with a digest and a size has. */
export function usePartColumns(): DenseColumn<Part>[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  return useMemo(
    () => [
      {
        id: 'digest',
        label: t('columns.digest'),
        render: part => (
          <CopyText
            text={part.digest}
            display={shortDigest(part.digest)}
            what={t('images.digest')}
          />
        ),
      },
      {
        id: 'size',
        label: t('columns.size'),
        align: 'end',
        render: part =>
          part.sizeInBytes === undefined
            ? t('images.notKnown')
            : formatBytes(part.sizeInBytes),
      },
    ],
    [t],
  );
}
