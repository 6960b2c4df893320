import type { SourceStatus } from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';

/** What is known of the collecting of one cluster. */
export interface ClusterReading {
  cluster: string;
  /** When its workloads were last known to be as they are kept. */
  goodAt?: Date;
  /** Since when it fails; absent when the last attempt was good. */
  failingSince?: Date;
  attemptedAt: Date;
  /** Why it fails, safe to show. */
  reason?: string;
  /** Parts of the cluster that could not be read. */
  problems: SourceStatus[];
}

/** A change of what is kept of one cluster. */
export interface WorkloadChanges {
  changed: Workload[];
  gone: Workload[];
}

/** What the collector saw, for all replicas to answer from. */
export interface WorkloadStore {
  listByService(service: string): Promise<Workload[]>;
  listByCluster(cluster: string): Promise<Workload[]>;
  /** Of all services, by cluster and place. */
  listAll(): Promise<Workload[]>;
  listClusters(): Promise<ClusterReading[]>;
  /** Keeps changes, and that the cluster was well at that time. */
  recordSuccess(
    cluster: string,
    changes: WorkloadChanges,
    problems: SourceStatus[],
    at: Date,
  ): Promise<void>;
  /** Notes a failure; what is kept stays, and `failingSince` stays at the first of a row. */
  recordFailure(cluster: string, reason: string, at: Date): Promise<void>;
  /** Forgets clusters that are not among these. */
  keepOnly(clusters: readonly string[]): Promise<void>;
}
