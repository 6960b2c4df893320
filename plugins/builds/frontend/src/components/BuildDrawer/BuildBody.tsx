import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type {
  Build,
  BuildDetails,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import { buildName } from '../../buildName';
import { isUnderWay } from '../../buildStatus';
import { executorTitle } from '../../executorTitle';
import { buildsTranslationRef } from '../../translation';
import { BuildLog } from '../BuildLog';
import { BuildReports } from '../BuildReports';
import { PhaseTimeline } from '../PhaseTimeline';
import { BuildFacts } from './BuildFacts';
import { Section } from './Section';
import { Variables } from './Variables';

export interface BuildBodyProps {
  entityRef: string;
  build: Build;
  /** What the list does not have of it; undefined while, or because, it is not read. */
  details: BuildDetails | undefined;
  /** Whether the details are on their way. */
  loading: boolean;
  project: BuildProject | undefined;
  imagesHref?: (digest: string) => string;
  /** The log came to its end: the build has most likely, too. */
  onLogComplete(): void;
}

/** The content of an open build. */
export const BuildBody = (props: BuildBodyProps) => {
  const { entityRef, build, details, loading, project } = props;
  const { t } = useTranslationRef(buildsTranslationRef);
  const executor = executorTitle(t, build.executor);
  const name = buildName(build);
  const running = isUnderWay(build.status);
  return (
    <>
      <BuildFacts
        build={build}
        medianSeconds={project?.medianSeconds}
        imagesHref={props.imagesHref}
      />
      <Section title={t('phase.title')}>
        <PhaseTimeline
          phases={build.phases}
          label={t('phase.of', { build: name })}
        />
      </Section>
      {details && details.reports.length > 0 && (
        <Section title={t('report.title')}>
          <BuildReports reports={details.reports} />
        </Section>
      )}
      {details && details.variables.length > 0 && (
        <Section title={t('variable.title')}>
          <Variables variables={details.variables} />
        </Section>
      )}
      <Section title={t('log.title')}>
        {loading ? (
          <Skeleton width="100%" height="16rem" />
        ) : (
          <BuildLog
            log={details?.log}
            executor={executor}
            entityRef={entityRef}
            build={build}
            name={`${build.project} ${name}`}
            running={running}
            onComplete={props.onLogComplete}
          />
        )}
      </Section>
    </>
  );
};
