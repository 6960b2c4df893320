import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageKind.module.css';

/** Whether it is one image, one for several platforms, or nothing that runs; and whether it lies in the archive. */
export const ImageKind = ({
  image,
}: {
  image: Pick<EcrImage, 'kind' | 'archived' | 'mediaType'>;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const kind = t(`kind.${image.kind}`);
  return (
    <span title={image.mediaType} className={styles.root}>
      {image.archived ? `${kind}, ${t('kind.archived')}` : kind}
    </span>
  );
};
