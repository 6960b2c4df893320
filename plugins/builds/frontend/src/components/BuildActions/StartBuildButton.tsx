import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import type { Build, BuildProject } from '@shopstack/plugin-builds-common';
import { useState } from 'react';
import { useBuildPermissions } from '../../hooks/useBuildPermissions';
import { buildsTranslationRef } from '../../translation';
import { StartBuildDialog } from './StartBuildDialog';

export interface StartBuildButtonProps {
  entityRef: string;
  projects: BuildProject[];
  onStarted(build: Build): void;
}

/** Starts a build where an executor can and the policy lets this person; otherwise nothing. */
export const StartBuildButton = (props: StartBuildButtonProps) => {
  const { entityRef, projects, onStarted } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const allowed = useBuildPermissions(entityRef);
  const [isAsking, setAsking] = useState(false);
  const startable = projects.filter(({ actions }) => actions.includes('start'));
  if (!allowed.start || startable.length === 0) return null;
  return (
    <>
      <Button
        size="small"
        variant="primary"
        iconStart={<RiPlayLine size={16} />}
        onPress={() => setAsking(true)}
      >
        {t('start.verb')}
      </Button>
      {isAsking && (
        <StartBuildDialog
          entityRef={entityRef}
          projects={startable}
          onClose={() => setAsking(false)}
          onDone={build => {
            setAsking(false);
            onStarted(build);
          }}
        />
      )}
    </>
  );
};
