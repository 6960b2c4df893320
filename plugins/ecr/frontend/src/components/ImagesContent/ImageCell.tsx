import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { CopyText } from '@shopstack/plugin-kit-react';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageCell.module.css';
import { ImageTags } from './ImageTags';

/** Which image it is: its tags, and below them the digest, which is what it is for certain. */
export const ImageCell = ({
  image,
  href,
}: {
  image: EcrImage;
  /** Address of the page with this image open. */
  href: string;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <span className={styles.root}>
      <span className={styles.tags}>
        <ImageTags image={image} href={href} />
      </span>
      <span className={styles.digest}>
        <CopyText
          text={image.digest}
          display={shortDigest(image.digest)}
          what={t('images.digest')}
        />
      </span>
    </span>
  );
};
