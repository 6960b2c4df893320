import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiRestartLine, RiStopCircleLine } from '@remixicon/react';
import type {
  Build,
  BuildAction,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import { useState } from 'react';
import { isUnderWay } from '../../buildStatus';
import { useBuildPermissions } from '../../hooks/useBuildPermissions';
import { buildsTranslationRef } from '../../translation';
import { RetryBuildDialog } from './RetryBuildDialog';
import { StopBuildDialog } from './StopBuildDialog';

export interface BuildActionsProps {
  entityRef: string;
  build: Build;
  /** What it is a run of; undefined while that is not known, and then nothing is offered. */
  project: BuildProject | undefined;
  /** Hears the new build. */
  onRetried(build: Build): void;
  /** Hears how the build stands now. */
  onStopped(build: Build): void;
}

/** What may be done with a build: again when it is over, stop while it runs. Only what executor and policy allow. */
export const BuildActions = (props: BuildActionsProps) => {
  const { entityRef, build, project, onRetried, onStopped } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const allowed = useBuildPermissions(entityRef);
  const [asking, setAsking] = useState<BuildAction>();
  const action = isUnderWay(build.status) ? 'stop' : 'retry';
  const close = () => setAsking(undefined);
  const done = (tell: (build: Build) => void) => (answer: Build) => {
    close();
    tell(answer);
  };
  const dialog = { entityRef, build, onClose: close };
  const isOffered = project?.actions.includes(action) && allowed[action];
  return (
    <>
      {isOffered && (
        <Button
          size="small"
          variant="secondary"
          iconStart={
            action === 'stop' ? (
              <RiStopCircleLine size={16} />
            ) : (
              <RiRestartLine size={16} />
            )
          }
          onPress={() => setAsking(action)}
        >
          {t(`${action}.verb`)}
        </Button>
      )}
      {asking === 'retry' && (
        <RetryBuildDialog {...dialog} onDone={done(onRetried)} />
      )}
      {asking === 'stop' && (
        <StopBuildDialog {...dialog} onDone={done(onStopped)} />
      )}
    </>
  );
};
