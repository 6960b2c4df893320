import type {
  ArgocdHealthStatus,
  ArgocdOperationPhase,
  ArgocdSyncStatus,
} from '@shopstack/plugin-argocd-common';

/** An application of the fleet, as the list and the stream tell it. */
export interface FleetApplication {
  instance: string;
  /** Namespace of the Application object. */
  namespace: string;
  name: string;
  project: string;
  labels: Record<string, string>;
  service?: string;
  environment?: string;
  sync: ArgocdSyncStatus;
  revision?: string;
  health: ArgocdHealthStatus;
  operation?: ArgocdOperationPhase;
  /** ISO time of the end of the last operation. */
  finishedAt?: string;
  /** Cluster and namespace that it deploys to. */
  destination?: string;
}

/** What happened to an application: absent `before` for a new one, absent `after` for one that went. */
export interface FleetChange {
  before?: FleetApplication;
  after?: FleetApplication;
}

/** What is known of the stream of one instance. */
export interface InstanceState {
  instance: string;
  /** When all of its applications were last listed. */
  listedAt?: Date;
  /** When it was last heard of. */
  aliveAt?: Date;
  failingSince?: Date;
  /** Why it fails, safe to show. */
  reason?: string;
}
