import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { CopyText } from '@shopstack/plugin-kit-react';
import { argocdTranslationRef } from '../../translation';

/** `sha256:` and twelve digits: enough to tell digests apart. */
const SHORT_DIGEST_LENGTH = 19;

/** What the pods run by their own word, and what the manifests name, which is not proof of it. */
export const RunningImages = ({
  application,
}: {
  application: ArgocdApplication;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const { runningImages, images } = application;
  const copy = t('applications.image');
  return (
    <>
      <dt>{t('details.running')}</dt>
      <dd>
        {!runningImages && t('details.runningUnknown')}
        {runningImages?.length === 0 && t('details.runningNothing')}
        {runningImages?.map(({ image, digest, pods }) => (
          <div key={`${image}@${digest}`}>
            <CopyText text={image} what={copy} />{' '}
            {digest ? (
              <CopyText
                text={digest}
                display={digest.slice(0, SHORT_DIGEST_LENGTH)}
                what={t('details.digest')}
              />
            ) : (
              t('details.noDigest')
            )}{' '}
            ({t('details.pods', { count: pods })})
          </div>
        ))}
      </dd>
      <dt title={t('details.namedHint')}>{t('details.named')}</dt>
      <dd>
        {images.map(image => (
          <div key={image}>
            <CopyText text={image} what={copy} />
          </div>
        ))}
      </dd>
    </>
  );
};
