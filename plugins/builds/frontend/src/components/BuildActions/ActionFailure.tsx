import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { CopyText } from '@shopstack/plugin-kit-react';
import { describeActionFailure } from '../../responses';
import { buildsTranslationRef } from '../../translation';

export interface ActionFailureProps {
  error: Error;
  /** Who was asked: "AWS CodeBuild". */
  executor: string;
}

/** Why an action did not happen, what that means, and what to do. */
export const ActionFailure = ({ error, executor }: ActionFailureProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  const { kind, reason } = describeActionFailure(error);
  return (
    <Alert
      icon
      status="danger"
      role="alert"
      title={t(`actionFailure.${kind}`, { executor })}
      description={
        <>
          <p>{t(`actionFailure.${kind}Hint`, { executor })}</p>
          <CopyText text={reason} what={t('actionFailure.reason')} />
        </>
      }
    />
  );
};
