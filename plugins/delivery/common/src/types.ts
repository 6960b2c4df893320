import type { Basis, SourceStatus } from '@shopstack/plugin-kit-common';

/**
 * How a service stands in an environment.
 *
 * - `running`: the wanted pods are ready.
 * - `progressing`: on its way there.
 * - `degraded`: it should run and does not.
 * - `not-promoted`: no release has come this far yet. Never a failure.
 * - `unknown`: the sources that would tell did not answer; the answer's `sources` name them.
 */
export type EnvironmentStateName =
  | 'running'
  | 'progressing'
  | 'degraded'
  | 'not-promoted'
  | 'unknown';

/** What is deployed. Every part is left out where it is not known. */
export interface DeployedVersion {
  tag?: string;
  digest?: string;
  /** Full SHA of the application's commit. */
  commit?: string;
  commitUrl?: string;
  /** First line of the commit's message. */
  message?: string;
  /** `known`: a running pod, or its build, states it. `inferred`: concluded from a tag or a commit trailer. */
  basis: Basis;
}

/** One service in one environment. Times are ISO strings. */
export interface EnvironmentState {
  environment: string;
  /** Whether service and environment were stated by labels or concluded. */
  basis: Basis;
  state: EnvironmentStateName;
  /** Why the state is what it is, where that helps a person. */
  reason?: string;
  version?: DeployedVersion;
  deployedAt?: string;
  /** Sync status word of Argo CD. */
  sync?: string;
  /** Health status word of Argo CD. */
  health?: string;
  pods?: { ready: number; desired: number; restarts: number };
  /** What scales the pods; `limited` when it cannot do its work, and `message` says why. */
  autoscaler?: { min: number; max: number; limited: boolean; message?: string };
  /** The last warning of the cluster about it. */
  warning?: { reason: string; message: string; lastAt?: string };
  applicationUrl?: string;
}

/** A service over all its environments, in the order of promotion. */
export interface DeliveryStrip {
  environments: EnvironmentState[];
  sources: SourceStatus[];
}

/** The strip of one component, for lists of services. */
export interface ServiceDelivery extends DeliveryStrip {
  entityRef: string;
  title: string;
  /** Owner as an entity reference. */
  owner?: string;
  /** System as an entity reference. */
  system?: string;
}

/** All services that the caller may read. */
export interface DeliveryServices {
  items: ServiceDelivery[];
  /** Troubled sources over all services, each once. */
  sources: SourceStatus[];
  /** True when there were more components than the backend asks for at once. */
  truncated: boolean;
}

/** One deployment that happened. Times are ISO strings. */
export interface DeliveryActivity {
  /** Unique: instance, application and number in its history. */
  id: string;
  entityRef: string;
  title: string;
  environment: string;
  deployedAt: string;
  /** Commit of the GitOps repository. */
  revision: string;
  /** Message of the GitOps commit, first line. */
  message?: string;
  author?: string;
  /** Commit of the application that it brought, where the GitOps commit says so. */
  commit?: string;
  initiatedBy?: string;
  applicationUrl?: string;
}
