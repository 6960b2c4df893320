import type { Basis } from '@shopstack/plugin-kit-common';

/** An image that containers run. */
export interface WorkloadImage {
  container: string;
  /** As the pod template names it. */
  image: string;
  /** `sha256:` and 64 hexadecimal digits, from `imageID` of the running containers; absent before they start. */
  digest?: string;
  pods: number;
}

/** What scales a workload. */
export interface WorkloadAutoscaler {
  name: string;
  min: number;
  max: number;
  current?: number;
  desired?: number;
  /** True when it cannot read its metrics, or is at its limit; `message` says which. */
  limited: boolean;
  message?: string;
}

/** Something the cluster reported. Times are ISO strings. */
export interface WorkloadEvent {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** `Pod/orders-7d9f`. */
  object: string;
  count: number;
  lastAt?: string;
}

/** One Deployment, StatefulSet, DaemonSet or Rollout of a service in an environment. */
export interface Workload {
  /** Configured name of the cluster. */
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  service: string;
  environment: string;
  basis: Basis;
  desired: number;
  ready: number;
  /** Restarts of the containers of its present pods. */
  restarts: number;
  /** Why pods are not ready, in the cluster's words: `CrashLoopBackOff`, `ImagePullBackOff`... */
  trouble?: string;
  /** In the order of the template; of one container, that of the newest ready pod first. */
  images: WorkloadImage[];
  autoscaler?: WorkloadAutoscaler;
  /** Latest first, at most ten; warnings before others of the same time. */
  events: WorkloadEvent[];
}
