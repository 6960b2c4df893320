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
  };
  conditions: { type: string; message: string; at?: string }[];
  /** Image strings over the live tree. Not proof of what runs: old and new replicas are mixed. */
  images: string[];
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
