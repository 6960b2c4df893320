import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CODEBUILD_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import { EmptyState } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';

/** What to add to a component so that its builds are found. The account and the name are examples to replace. */
const SNIPPET = `metadata:
  annotations:
    ${CODEBUILD_ARN_ANNOTATION}: arn:aws:codebuild:<region>:<account>:project/<name>`;

export interface NoBuildsProps {
  /** Whether the component names a project of an executor. */
  hasProjects: boolean;
}

/** There is no build yet: what would make one, or what to add so that it is found. */
export const NoBuilds = ({ hasProjects }: NoBuildsProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  return hasProjects ? (
    <EmptyState title={t('builds.empty')} description={t('builds.emptyHint')} />
  ) : (
    <EmptyState
      title={t('builds.noProject')}
      description={t('builds.noProjectHint')}
      snippet={SNIPPET}
    />
  );
};

/** The component names its builds in a way that nobody can read: which, and how it is done. */
export const AnnotationProblem = ({ reason }: { reason: string }) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <EmptyState
      title={t('builds.annotationProblem')}
      description={reason}
      snippet={SNIPPET}
    />
  );
};
