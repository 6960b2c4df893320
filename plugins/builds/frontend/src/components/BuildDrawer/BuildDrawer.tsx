import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type {
  Build,
  BuildId,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import { isComplete } from '@shopstack/plugin-kit-common';
import {
  Drawer,
  EmptyState,
  FailureNotice,
  Freshness,
  SourceNotice,
} from '@shopstack/plugin-kit-react';
import { isNotFound } from '../../responses';
import { buildName } from '../../buildName';
import { useBuildDetails } from '../../hooks/useBuildDetails';
import { buildsTranslationRef } from '../../translation';
import { BuildBody } from './BuildBody';
import styles from './BuildDrawer.module.css';
import { BuildHead } from './BuildHead';

export interface BuildDrawerProps {
  entityRef: string;
  buildId: BuildId;
  /** The build as the list has it, until it is read itself; absent when the list does not reach so far back. */
  listed: Build | undefined;
  projects: BuildProject[];
  imagesHref?: (digest: string) => string;
  onClose(): void;
  /** Something was done with the build; hears the new build, or how this one stands now. */
  onRetried(build: Build): void;
  onStopped(build: Build): void;
}

/** One build in depth: facts, phases, reports, variables, log. What has not been read, or cannot be, hides nothing else. */
export const BuildDrawer = (props: BuildDrawerProps) => {
  const { entityRef, buildId, listed, onClose } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const state = useBuildDetails(entityRef, buildId);
  const details = state.data?.items[0];
  const build = details
    ? {
        ...details.build,
        commitMessage: details.build.commitMessage ?? listed?.commitMessage,
      }
    : listed;
  const project = props.projects.find(({ key }) => key === build?.projectKey);
  const sources = state.data?.sources ?? [];
  const isMissing = !build && isNotFound(state.error);
  const isGone = isMissing || (!build && state.data && isComplete(state.data));
  return (
    <Drawer
      title={t('builds.title', {
        name: buildName(build ?? buildId),
        project: build?.project ?? '',
      })}
      onClose={onClose}
    >
      <div className={styles.head}>
        {build && (
          <BuildHead
            entityRef={entityRef}
            build={build}
            project={project}
            onRetried={props.onRetried}
            onStopped={answer => {
              state.refresh();
              props.onStopped(answer);
            }}
          />
        )}
        <span className={styles.corner}>
          <Freshness
            sources={sources}
            answeredAt={state.answeredAt}
            refreshing={state.refreshing}
            onRefresh={state.refresh}
          />
        </span>
      </div>
      {state.error && !isMissing && (
        <FailureNotice
          title={t('details.failure')}
          error={state.error}
          onRetry={state.refresh}
        />
      )}
      <SourceNotice sources={sources} />
      {!build && state.loading && <Skeleton width="100%" height="24rem" />}
      {isGone && (
        <EmptyState
          title={t('details.gone')}
          description={t('details.goneHint')}
        />
      )}
      {build && (
        <BuildBody
          entityRef={entityRef}
          build={build}
          details={details}
          loading={state.loading}
          project={project}
          imagesHref={props.imagesHref}
          onLogComplete={state.refresh}
        />
      )}
    </Drawer>
  );
};
