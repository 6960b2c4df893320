import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { executorTitle } from '../../executorTitle';
import { buildsTranslationRef } from '../../translation';
import { BuildActions, type BuildActionsProps } from '../BuildActions';

/** What can be done with an open build, here and at its executor. */
export const BuildHead = (props: BuildActionsProps) => {
  const { build } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const executor = executorTitle(t, build.executor);
  return (
    <>
      <BuildActions {...props} />
      <ButtonLink
        size="small"
        variant="secondary"
        href={build.url}
        target="_blank"
        rel="noopener noreferrer"
        iconEnd={<RiExternalLinkLine size={16} />}
      >
        {t('details.openAt', { executor })}
      </ButtonLink>
    </>
  );
};
