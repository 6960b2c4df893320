import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import type { Build, BuildProject } from '@shopstack/plugin-builds-common';
import { useCallback, useState } from 'react';
import { buildsApiRef } from '../../apis';
import { executorTitle } from '../../executorTitle';
import { useSubmission } from '../../hooks/useSubmission';
import { buildsTranslationRef } from '../../translation';
import { ActionDialog } from './ActionDialog';

interface StartRequest {
  projectKey: string;
  sourceVersion?: string;
}

export interface StartBuildDialogProps {
  entityRef: string;
  /** Those that can be started; at least one. */
  projects: BuildProject[];
  onDone(build: Build): void;
  onClose(): void;
}

/** Asks what to build and from which version, says what will happen, and starts it. */
export const StartBuildDialog = (props: StartBuildDialogProps) => {
  const { entityRef, projects, onDone, onClose } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const api = useApi(buildsApiRef);
  const [projectKey, setProjectKey] = useState(projects[0].key);
  const [version, setVersion] = useState('');
  const send = useCallback(
    (request: StartRequest, idempotencyKey: string) =>
      api.startBuild(entityRef, { ...request, idempotencyKey }),
    [api, entityRef],
  );
  const { pending, error, submit } = useSubmission(send, onDone);

  const project = projects.find(({ key }) => key === projectKey) ?? projects[0];
  const executor = executorTitle(t, project.executor);
  const sourceVersion = version.trim();
  const usual = project.defaultBranch ?? t('start.usualVersion');
  return (
    <ActionDialog
      title={t('start.title')}
      verb={t('start.verb')}
      executor={executor}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        submit({
          projectKey: project.key,
          ...(sourceVersion && { sourceVersion }),
        })
      }
    >
      <Select
        label={t('start.project')}
        options={projects.map(each => ({
          id: each.key,
          label: `${each.name} (${executorTitle(t, each.executor)})`,
        }))}
        value={project.key}
        onChange={key => key && setProjectKey(String(key))}
      />
      <TextField
        label={t('start.version')}
        description={t('start.versionHint', { usual })}
        placeholder={project.defaultBranch}
        value={version}
        onChange={setVersion}
      />
      <p>
        {t('start.effect', {
          executor,
          project: project.name,
          version: sourceVersion || usual,
        })}
      </p>
    </ActionDialog>
  );
};
