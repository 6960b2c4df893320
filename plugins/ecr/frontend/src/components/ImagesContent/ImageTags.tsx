import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyText } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageTags.module.css';

const COMMIT = /^[0-9a-f]{40}$/;
const SHORT_COMMIT_LENGTH = 7;
const SHOWN = 2;

/** The tags of an image: commits in their short form, the first two, and how many there are beyond. */
export const ImageTags = ({ tags }: { tags: string[] }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  if (tags.length === 0) {
    return <span className={styles.untagged}>{t('images.untagged')}</span>;
  }
  return (
    <span className={styles.root}>
      {tags.slice(0, SHOWN).map(tag => (
        <CopyText
          key={tag}
          text={tag}
          display={COMMIT.test(tag) ? tag.slice(0, SHORT_COMMIT_LENGTH) : tag}
          what={t('images.tag')}
        />
      ))}
      {tags.length > SHOWN && (
        <span title={tags.join('\n')}>
          {t('images.more', { total: String(tags.length) })}
        </span>
      )}
    </span>
  );
};
