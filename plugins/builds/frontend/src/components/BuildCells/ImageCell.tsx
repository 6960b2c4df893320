import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Build } from '@shopstack/plugin-builds-common';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildCells.module.css';

/** Of a digest, so much that two are told apart. */
const SHORT_DIGEST_LENGTH = 'sha256:'.length + 8;

export interface ImageCellProps {
  build: Build;
  /** Where the service shows its images; undefined where it has no such page. */
  imagesHref?: (digest: string) => string;
}

/** The image that a build pushed: its digest to copy, with a link to it among the images of the service. */
export const ImageCell = ({ build, imagesHref }: ImageCellProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { imageDigest, imageUri } = build;
  if (!imageDigest) return null;
  const short = imageDigest.slice(0, SHORT_DIGEST_LENGTH);
  return (
    <span className={styles.line} title={imageUri ?? imageDigest}>
      {imagesHref ? (
        <Link href={imagesHref(imageDigest)} className={styles.code}>
          {short}
        </Link>
      ) : (
        <code className={styles.code}>{short}</code>
      )}
      <CopyButton text={imageDigest} what={t('builds.digest')} />
    </span>
  );
};
