import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { imageName } from '../../imageName';
import { ecrTranslationRef } from '../../translation';
import styles from './ImageActions.module.css';

/** What one does with an image: copy the command that pulls exactly it, and see it in the AWS console. */
export const ImageActions = ({ image }: { image: EcrImage }) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <span className={styles.root}>
      <CopyButton text={image.pullCommand} what={t('images.pull')} />
      <Link
        href={image.consoleUrl}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('images.consoleOf', { name: imageName(image) })}
        title={t('images.console')}
        className={styles.console}
      >
        <RiExternalLinkLine size={14} aria-hidden="true" />
      </Link>
    </span>
  );
};
