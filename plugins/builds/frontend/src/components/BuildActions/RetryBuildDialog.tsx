import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Build } from '@shopstack/plugin-builds-common';
import { useCallback } from 'react';
import { buildsApiRef } from '../../apis';
import { buildName } from '../../buildName';
import { executorTitle } from '../../executorTitle';
import { useSubmission } from '../../hooks/useSubmission';
import { buildsTranslationRef } from '../../translation';
import { ActionDialog } from './ActionDialog';

export interface BuildActionDialogProps {
  entityRef: string;
  build: Build;
  onDone(build: Build): void;
  onClose(): void;
}

/** Runs a build that is over once more. */
export const RetryBuildDialog = (props: BuildActionDialogProps) => {
  const { entityRef, build, onDone, onClose } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const api = useApi(buildsApiRef);
  const send = useCallback(
    (
      request: Pick<Build, 'executor' | 'id'>,
      idempotencyKey: string,
    ): Promise<Build> =>
      api.retryBuild(entityRef, { ...request, idempotencyKey }),
    [api, entityRef],
  );
  const { pending, error, submit } = useSubmission(send, onDone);
  const { executor, id } = build;
  const name = buildName(build);
  const title = executorTitle(t, executor);
  return (
    <ActionDialog
      title={t('retry.title', { name })}
      verb={t('retry.verb')}
      executor={title}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => submit({ executor, id })}
    >
      <p>
        {t('retry.effect', { executor: title, project: build.project, name })}
      </p>
    </ActionDialog>
  );
};
