/** The names of the sources that this portal reads, as they stand in `SourceStatus.source`. */
export const SOURCE_NAMES = {
  ecr: 'amazon-ecr',
  codeBuild: 'aws-codebuild',
  githubActions: 'github-actions',
  argocd: 'argo-cd',
  kubernetes: 'kubernetes',
  secretsManager: 'aws-secrets-manager',
  awsTags: 'aws-tags',
  catalog: 'catalog',
  prometheus: 'prometheus',
  alertmanager: 'alertmanager',
  sloFiles: 'slo-files',
} as const;
