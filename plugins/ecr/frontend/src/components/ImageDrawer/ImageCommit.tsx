import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { EcrImageDetails } from '@shopstack/plugin-ecr-common';
import { CopyText } from '@shopstack/plugin-kit-react';
import { shortTag } from '../../imageName';
import { ecrTranslationRef } from '../../translation';

/** The commit that an image says it was made of. */
export const ImageCommit = ({
  details,
  isWhole,
  isReading,
}: {
  details: EcrImageDetails | undefined;
  /** True when everything about the image could be read. */
  isWhole: boolean;
  isReading: boolean;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  if (!details) {
    return isReading ? (
      <Skeleton height={12} width={80} />
    ) : (
      t('images.notKnown')
    );
  }
  return details.commit ? (
    <CopyText
      text={details.commit}
      display={shortTag(details.commit)}
      what={t('drawer.commitWord')}
    />
  ) : (
    t(isWhole ? 'drawer.commitUnknown' : 'images.notKnown')
  );
};
