import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
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
      <ButtonLink
        href={image.consoleUrl}
        target="_blank"
        rel="noopener noreferrer"
        variant="tertiary"
        size="small"
        iconStart={<RiExternalLinkLine size={14} />}
        aria-label={t('images.consoleOf', { name: imageName(image) })}
      >
        {t('images.consoleShort')}
      </ButtonLink>
    </span>
  );
};
