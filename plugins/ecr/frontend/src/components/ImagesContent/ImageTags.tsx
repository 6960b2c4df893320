import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { imageName, shortTag } from '../../imageName';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageTags.module.css';

/** How many tags stand in a row. */
const SHOWN = 2;

/** The tags of an image: the first opens it; commits stand in their short form. */
export const ImageTags = ({
  image,
  href,
}: {
  image: Pick<EcrImage, 'tags' | 'digest'>;
  /** Address of the page with this image open. */
  href: string;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const [first, ...others] = image.tags;
  return (
    <span className={styles.root}>
      <span className={styles.tag}>
        <Link
          href={href}
          aria-label={t('images.open', {
            name: first ?? shortDigest(image.digest),
          })}
          className={first === undefined ? styles.untagged : styles.name}
          title={first ?? image.digest}
        >
          {first === undefined ? t('images.untagged') : imageName(image)}
        </Link>
        {first !== undefined && (
          <CopyButton text={first} what={t('images.tag')} />
        )}
      </span>
      {others.slice(0, SHOWN - 1).map(tag => (
        <span key={tag} className={styles.tag}>
          <span className={styles.name} title={tag}>
            {shortTag(tag)}
          </span>
          <CopyButton text={tag} what={t('images.tag')} />
        </span>
      ))}
      {image.tags.length > SHOWN && (
        <span title={image.tags.join('\n')} className={styles.more}>
          {t('images.allTags', { total: String(image.tags.length) })}
        </span>
      )}
    </span>
  );
};
