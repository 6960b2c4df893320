import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { CopyButton } from '@shopstack/plugin-kit-react';
import { describeActionFailure } from '../../responses';
import { buildsTranslationRef } from '../../translation';
import styles from './BuildActions.module.css';

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
          <p className={styles.reason}>
            <code>{reason}</code>
            <CopyButton text={reason} what={t('actionFailure.reason')} />
          </p>
        </>
      }
    />
  );
};
