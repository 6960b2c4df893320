import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Build } from '@shopstack/plugin-builds-common';
import {
  ObservedPanel,
  Panel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { annotationProblem } from '../../responses';
import { buildKey } from '../../buildName';
import { isNarrowed, useBuildFilter } from '../../hooks/useBuildFilter';
import { useBuilds } from '../../hooks/useBuilds';
import { useImagesHref } from '../../hooks/useImagesHref';
import { useOpenBuild } from '../../hooks/useOpenBuild';
import { buildsTranslationRef } from '../../translation';
import { StartBuildButton } from '../BuildActions';
import { BuildFilters } from './BuildFilters';
import { BuildsTable } from './BuildsTable';
import { AnnotationProblem, NoBuilds } from './NoBuilds';
import { NothingFits } from './NothingFits';
import { StartedNotice } from './StartedNotice';
import { useBuildColumns } from './useBuildColumns';

/** With the log and its virtual list; most visits only look at the list. */
const BuildDrawer = lazy(() =>
  import('../BuildDrawer').then(m => ({ default: m.BuildDrawer })),
);

/** The builds of a service, newest first; a row opens beside the list. Filters and the open build are in the URL. */
export const BuildsContent = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(buildsTranslationRef);
  const { filter, narrow, clear } = useBuildFilter();
  const { openBuild, open, close, hrefOf } = useOpenBuild();
  const { state, showMore } = useBuilds(entityRef, filter);
  const imagesHref = useImagesHref(entity);
  const projects = state.data?.projects ?? [];
  const columns = useBuildColumns({ projects, hrefOf, imagesHref });
  const [started, setStarted] = useState<Build>();

  const { refresh } = state;
  const showStarted = useCallback(
    (build: Build) => {
      setStarted(build);
      refresh();
    },
    [refresh],
  );

  const filters = (
    <BuildFilters
      filter={filter}
      projects={projects}
      narrow={narrow}
      clear={clear}
    />
  );
  const problem = state.data ? undefined : annotationProblem(state.error);
  if (problem) {
    return (
      <Panel title={t('builds.label')}>
        <AnnotationProblem reason={problem} />
      </Panel>
    );
  }
  return (
    <>
      {started && (
        <StartedNotice
          build={started}
          onOpen={() => {
            setStarted(undefined);
            open(started);
          }}
          onDismiss={() => setStarted(undefined)}
        />
      )}
      <ObservedPanel
        title={t('builds.label')}
        state={state}
        corner={
          <StartBuildButton
            entityRef={entityRef}
            projects={projects}
            onStarted={showStarted}
          />
        }
        failureTitle={t('builds.failure')}
        skeleton={
          <>
            {filters}
            <TableSkeleton
              label={t('builds.label')}
              columns={columns.length}
              rows={10}
            />
          </>
        }
        isEmpty={data => data.items.length === 0 && !isNarrowed(filter)}
        empty={<NoBuilds hasProjects={projects.length > 0} />}
      >
        {data => (
          <>
            {filters}
            {data.items.length > 0 ? (
              <BuildsTable
                page={data}
                columns={columns}
                marked={openBuild ?? started}
                refreshing={state.refreshing}
                onOpen={open}
                onShowMore={showMore}
              />
            ) : (
              <NothingFits
                page={data}
                refreshing={state.refreshing}
                onClear={clear}
                onShowMore={showMore}
              />
            )}
          </>
        )}
      </ObservedPanel>
      {openBuild && (
        <Suspense fallback={null}>
          <BuildDrawer
            key={buildKey(openBuild)}
            entityRef={entityRef}
            buildId={openBuild}
            listed={state.data?.items.find(
              build => buildKey(build) === buildKey(openBuild),
            )}
            projects={projects}
            imagesHref={imagesHref}
            onClose={close}
            onRetried={build => {
              showStarted(build);
              open(build);
            }}
            onStopped={refresh}
          />
        </Suspense>
      )}
    </>
  );
};
