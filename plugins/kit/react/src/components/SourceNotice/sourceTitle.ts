import { SOURCE_NAMES, type SourceStatus } from '@shopstack/plugin-kit-common';

const TITLES: Record<string, string> = {
  [SOURCE_NAMES.ecr]: 'Amazon ECR',
  [SOURCE_NAMES.codeBuild]: 'AWS CodeBuild',
  [SOURCE_NAMES.githubActions]: 'GitHub Actions',
  [SOURCE_NAMES.argocd]: 'Argo CD',
  [SOURCE_NAMES.kubernetes]: 'Kubernetes',
  [SOURCE_NAMES.secretsManager]: 'AWS Secrets Manager',
  [SOURCE_NAMES.catalog]: 'The catalog',
  [SOURCE_NAMES.prometheus]: 'Prometheus',
  [SOURCE_NAMES.alertmanager]: 'Alertmanager',
  [SOURCE_NAMES.sloFiles]: 'SLO files',
};

/** What people call a source, with the instance in brackets when there is more than one of it. */
export function sourceTitle(
  status: Pick<SourceStatus, 'source' | 'instance'>,
): string {
  const title = TITLES[status.source] ?? status.source;
  return status.instance ? `${title} (${status.instance})` : title;
}
