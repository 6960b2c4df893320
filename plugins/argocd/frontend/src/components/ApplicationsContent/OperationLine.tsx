import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { RelativeTime, StatusLabel } from '@shopstack/plugin-kit-react';
import { OPERATION_TONES } from '../../tones';
import { argocdTranslationRef } from '../../translation';

/** The last operation, or the one that runs: how it stands, who asked for it, and what Argo CD says of it. */
export const OperationLine = ({
  operation,
}: {
  operation: NonNullable<ArgocdApplication['operation']>;
}) => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const { phase, message, initiatedBy, retryCount } = operation;
  const at = operation.finishedAt ?? operation.startedAt;
  return (
    <>
      <p>
        <StatusLabel tone={OPERATION_TONES[phase] ?? 'unknown'}>
          {phase}
        </StatusLabel>{' '}
        {at && <RelativeTime value={at} />}{' '}
        {initiatedBy && t('details.by', { who: initiatedBy })}{' '}
        {Boolean(retryCount) && t('details.retries', { count: retryCount! })}
      </p>
      {message && <p>{message}</p>}
    </>
  );
};
