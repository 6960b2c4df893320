import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';

/** A commit whose author and message tell who wrote a deployment. */
export interface DeployedCommit {
  /** Id of the deployment in the history. */
  deployment: number;
  repoUrl: string;
  sha: string;
  /** Which of several sources it comes from. */
  sourceIndex?: number;
  /** Id of the history entry whose sources are meant, where they are not those of today. */
  versionId?: number;
}

/** Names an Argo Rollout of an application. */
export interface RolloutId {
  namespace: string;
  name: string;
  version: string;
}

/**
 * An application as it is kept: what one answer of Argo CD tells, and where the rest is to be found. The rest (authors,
 * rollouts, running images) is joined when somebody looks, so that it never holds the applications up.
 */
export interface KeptApplication {
  application: ArgocdApplication;
  commits: DeployedCommit[];
  rollouts: RolloutId[];
}
