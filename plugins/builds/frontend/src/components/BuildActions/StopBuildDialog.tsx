import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildId } from '@shopstack/plugin-builds-common';
import { useCallback } from 'react';
import { buildsApiRef } from '../../apis';
import { buildName } from '../../buildName';
import { executorTitle } from '../../executorTitle';
import { useSubmission } from '../../hooks/useSubmission';
import { buildsTranslationRef } from '../../translation';
import { ActionDialog } from './ActionDialog';
import type { BuildActionDialogProps } from './RetryBuildDialog';

/** Stops a build that runs. One that ended meanwhile stays as it is. */
export const StopBuildDialog = (props: BuildActionDialogProps) => {
  const { entityRef, build, onDone, onClose } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const api = useApi(buildsApiRef);
  const send = useCallback(
    (request: BuildId) => api.stopBuild(entityRef, request),
    [api, entityRef],
  );
  const { pending, error, submit } = useSubmission(send, onDone);
  const { executor, id } = build;
  const name = buildName(build);
  return (
    <ActionDialog
      title={t('stop.title', { name })}
      verb={t('stop.verb')}
      executor={executorTitle(t, executor)}
      pending={pending}
      error={error}
      destructive
      onClose={onClose}
      onSubmit={() => submit({ executor, id })}
    >
      <p>{t('stop.effect', { project: build.project, name })}</p>
    </ActionDialog>
  );
};
