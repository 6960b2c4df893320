import type {
  ArgocdDeployment,
  ArgocdRollout,
} from '@shopstack/plugin-argocd-common';
import type { ApplicationSelection } from './ApplicationSelection';
import type {
  DeployedCommit,
  KeptApplication,
  RolloutId,
} from './KeptApplication';

/** Names one application of an instance. */
export interface ApplicationPlace {
  /** Namespace of the Application object. */
  namespace: string;
  name: string;
  project: string;
}

/** Who wrote a commit, what they said, and which code commit it says it brings. */
export type CommitStory = Pick<
  ArgocdDeployment,
  'author' | 'message' | 'reference'
>;

/** Reads one Argo CD. Every method throws UpstreamError for every fault. */
export interface InstanceReader {
  readonly name: string;
  /** One call by selector, and one for each name. */
  find(selection: ApplicationSelection): Promise<KeptApplication[]>;
  readRevision(
    application: ApplicationPlace,
    commit: DeployedCommit,
  ): Promise<CommitStory>;
  readRollout(
    application: ApplicationPlace,
    rollout: RolloutId,
  ): Promise<ArgocdRollout>;
}

/** Acts on one Argo CD. Every method asks once and throws UpstreamError for every fault and every refusal. */
export interface InstanceActions {
  refresh(
    application: ApplicationPlace,
    options: { hard: boolean },
  ): Promise<void>;
  sync(
    application: ApplicationPlace,
    options: { prune: boolean },
  ): Promise<void>;
}

/** One configured Argo CD. */
export type ArgocdInstance = InstanceReader & InstanceActions;
