import type { Manifest } from '../kustomize/manifest';

/** Where an application's manifests are. */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  chart?: string;
  helm?: unknown;
  plugin?: unknown;
  ref?: string;
  kustomize?: {
    namespace?: string;
    replicas?: { name: string; count: number }[];
    commonLabels?: Record<string, string>;
    forceCommonLabels?: boolean;
    labelWithoutSelector?: boolean;
    labelIncludeTemplates?: boolean;
    patches?: { patch: string; target?: Record<string, string> }[];
  };
  directory?: {
    recurse?: boolean;
    include?: string;
    exclude?: string;
    jsonnet?: unknown;
  };
}

/** How healthy something is, in Argo CD's words, from best to worst. */
export type HealthCode =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface Health {
  status: HealthCode;
  message?: string;
}

export type SyncCode = 'Synced' | 'OutOfSync' | 'Unknown';

/** One entry of `status.resources`. */
export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status: SyncCode;
  health?: Health;
  hook?: boolean;
  requiresPruning?: boolean;
  syncWave?: number;
}

/** One entry of `status.operationState.syncResult.resources`. */
export interface ResourceResult {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status?: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  message?: string;
  hookType?: string;
  hookPhase?: 'Running' | 'Succeeded' | 'Failed';
  syncPhase?: 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';
}

export interface SyncOperation {
  revision?: string;
  prune?: boolean;
  dryRun?: boolean;
  resources?: {
    group?: string;
    kind: string;
    namespace?: string;
    name: string;
  }[];
  source?: ApplicationSource;
  syncOptions?: string[];
  autoHealAttemptsCount?: number;
  syncStrategy?: unknown;
}

export interface Operation {
  sync?: SyncOperation;
  initiatedBy?: { username?: string; automated?: boolean };
  retry?: Retry;
  info?: { name: string; value: string }[];
}

export interface Retry {
  /** Attempts after the first; negative for no limit. */
  limit?: number;
  backoff?: { duration?: string; factor?: number; maxDuration?: string };
}

type OperationPhase =
  | 'Running'
  | 'Terminating'
  | 'Succeeded'
  | 'Failed'
  | 'Error';

export interface OperationState {
  operation: Operation;
  phase: OperationPhase;
  message?: string;
  startedAt: string;
  finishedAt?: string;
  retryCount?: number;
  syncResult?: {
    resources?: ResourceResult[];
    revision: string;
    revisions?: string[];
    source: ApplicationSource;
    sources?: ApplicationSource[];
  };
}

/** One entry of `status.history`. */
export interface RevisionHistory {
  id: number;
  revision: string;
  revisions?: string[];
  deployStartedAt?: string;
  deployedAt: string;
  source: ApplicationSource;
  sources?: ApplicationSource[];
  initiatedBy: { username?: string; automated?: boolean };
}

export interface Condition {
  type: string;
  message: string;
  lastTransitionTime?: string;
}

interface ApplicationSpec {
  project: string;
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  destination: { server?: string; name?: string; namespace?: string };
  syncPolicy?: {
    automated?: {
      prune?: boolean;
      selfHeal?: boolean;
      allowEmpty?: boolean;
      enabled?: boolean;
    };
    syncOptions?: string[];
    retry?: Retry;
  };
  ignoreDifferences?: {
    group?: string;
    kind: string;
    name?: string;
    namespace?: string;
    jsonPointers?: string[];
  }[];
  revisionHistoryLimit?: number;
}

export interface ApplicationStatus {
  sync?: {
    status: SyncCode;
    revision?: string;
    revisions?: string[];
    comparedTo: {
      source?: ApplicationSource;
      sources?: ApplicationSource[];
      destination: ApplicationSpec['destination'];
    };
  };
  health?: { status?: HealthCode; lastTransitionTime?: string };
  resources?: ResourceStatus[];
  history?: RevisionHistory[];
  conditions?: Condition[];
  operationState?: OperationState;
  summary?: { images?: string[]; externalURLs?: string[] };
  reconciledAt?: string;
  sourceType?: string;
  sourceTypes?: string[];
  controllerNamespace?: string;
}

/** An application as the cluster stores it. */
export interface Application extends Manifest {
  spec: ApplicationSpec;
  status?: ApplicationStatus;
  operation?: Operation;
}
