import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { DenseTable, type DenseColumn } from '@shopstack/plugin-kit-react';
import { useState } from 'react';
import { splitUntagged } from '../../splitUntagged';
import { ecrTranslationRef } from '../../translation';

/** The table of images, without the untagged ones until somebody asks for them. */
export const ImagesTable = ({
  columns,
  images,
  runningIn,
}: {
  columns: DenseColumn<EcrImage>[];
  images: EcrImage[];
  runningIn: ((image: EcrImage) => string[]) | undefined;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const [withUntagged, setWithUntagged] = useState(false);
  const { shown, folded } = splitUntagged(images, image =>
    Boolean(runningIn?.(image).length),
  );
  return (
    <>
      <DenseTable
        label={t('images.title')}
        columns={columns}
        items={withUntagged ? images : shown}
        keyOf={image => `${image.registry}/${image.repository}@${image.digest}`}
      />
      {folded > 0 && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={withUntagged}
          onPress={() => setWithUntagged(value => !value)}
        >
          {withUntagged
            ? t('images.hideUntagged')
            : t('images.showUntagged', { count: folded })}
        </Button>
      )}
    </>
  );
};
