import type { Basis } from '@shopstack/plugin-kit-common';

/** Whether the cluster holds what git says. */
export type ArgocdSyncStatus = 'Synced' | 'OutOfSync' | 'Unknown';

/** Argo CD's judgement of the resources that run. */
export type ArgocdHealthStatus =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/** Phase of the last or current operation. */
export type ArgocdOperationPhase =
  | 'Running'
  | 'Terminating'
  | 'Failed'
  | 'Error'
  | 'Succeeded'
  | 'Unknown';

/** Where the manifests of an application come from. */
export interface ArgocdApplicationSource {
  repoUrl: string;
  path?: string;
  chart?: string;
  targetRevision: string;
}

/** The code commit that a GitOps commit says it brings (commit trailers). A hint: the upstream does not check it. */
export interface ArgocdCommitReference {
  sha: string;
  repoUrl?: string;
  author?: string;
  subject?: string;
  date?: string;
}

/** One deployment of an application. Times are ISO strings. */
export interface ArgocdDeployment {
  id: number;
  /** Commit of the GitOps repository, or a chart version. */
  revision: string;
  /** Of every source, where there are several. */
  revisions?: string[];
  deployedAt: string;
  startedAt?: string;
  /** Who wrote the GitOps commit. */
  author?: string;
  /** Message of the GitOps commit. */
  message?: string;
  reference?: ArgocdCommitReference;
  /** Who started the sync; `automated` for Argo CD itself. */
  initiatedBy?: string;
}

/** A resource that is not as git says, or not healthy. */
export interface ArgocdResource {
  group?: string;
  kind: string;
  namespace?: string;
  name: string;
  status: ArgocdSyncStatus;
  health?: ArgocdHealthStatus;
  /** What its health check says. */
  message?: string;
}

/** Progress of an Argo Rollout. */
export interface ArgocdRollout {
  name: string;
  namespace: string;
  phase: 'Healthy' | 'Progressing' | 'Paused' | 'Degraded' | 'Unknown';
  message?: string;
  strategy: 'canary' | 'blue-green' | 'unknown';
  /** Steps done, of `steps`. */
  step?: number;
  steps?: number;
  /** Share of the traffic that the new version gets, 0 to 100. */
  weight?: number;
  stableRevision?: string;
  currentRevision?: string;
  analysis: {
    name: string;
    phase:
      | 'Pending'
      | 'Running'
      | 'Successful'
      | 'Failed'
      | 'Error'
      | 'Inconclusive'
      | 'Unknown';
    message?: string;
  }[];
}

/** An image that pods of the application run, by what the cluster reports of them. */
export interface ArgocdRunningImage {
  /** As the manifest names it. */
  image: string;
  /** `sha256:` and 64 hexadecimal digits, from the pods' `imageID`. */
  digest?: string;
  pods: number;
}

/** What may be asked of an application; for the owner alone. */
export type ArgocdAction = 'refresh' | 'sync';

/** One Argo CD application. Times are ISO strings; every part that Argo CD may leave out is optional. */
export interface ArgocdApplication {
  /** Configured name of the Argo CD that holds it. */
  instance: string;
  name: string;
  /** Namespace of the Application object. */
  namespace: string;
  project: string;
  service?: string;
  environment?: string;
  basis?: Basis;
  sync: { status: ArgocdSyncStatus; revision?: string; revisions?: string[] };
  health: { status: ArgocdHealthStatus; message?: string };
  operation?: {
    phase: ArgocdOperationPhase;
    message?: string;
    startedAt?: string;
    finishedAt?: string;
    /** Who asked for it; `automated` for Argo CD itself. */
    initiatedBy?: string;
    retryCount?: number;
  };
  conditions: { type: string; message: string; at?: string }[];
  /** Image strings over the live tree. Not proof of what runs: old and new replicas are mixed. */
  images: string[];
  /** What its pods run. Absent when the cluster did not tell. */
  runningImages?: ArgocdRunningImage[];
  /** Empty where it has none; absent when they could not be read. */
  rollouts?: ArgocdRollout[];
  /** True when Argo CD syncs by itself. */
  automated: boolean;
  /** The first source. */
  source: ArgocdApplicationSource;
  /** All sources, where there are several. */
  sources?: ArgocdApplicationSource[];
  destination: { server?: string; name?: string; namespace?: string };
  /** Newest first. */
  history: ArgocdDeployment[];
  outOfSync: ArgocdResource[];
  /** Page of the application in Argo CD. */
  url: string;
  reconciledAt?: string;
}

/** One application in the list of all. Times are ISO strings. */
export interface ArgocdApplicationSummary {
  instance: string;
  name: string;
  namespace: string;
  project: string;
  service?: string;
  environment?: string;
  /** The entity that it belongs to, where the caller may read one that selects it. */
  entityRef?: string;
  title?: string;
  owner?: string;
  sync: ArgocdSyncStatus;
  revision?: string;
  health: ArgocdHealthStatus;
  operation?: ArgocdOperationPhase;
  finishedAt?: string;
  destination?: string;
  url: string;
}

/** What narrows the list of all applications. */
export interface ArgocdFleetQuery {
  /** Part of the name. */
  search?: string;
  sync?: ArgocdSyncStatus[];
  health?: ArgocdHealthStatus[];
  project?: string;
  instance?: string;
  ownedBy?: string[];
}

/** Names one application of an entity. */
export interface ArgocdApplicationId {
  instance: string;
  /** Namespace of the Application object. */
  namespace: string;
  name: string;
}
