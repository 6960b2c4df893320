import type { ServiceEnvironment } from '@shopstack/plugin-kit-common';

/** What runs of one service in one environment, over all clusters. */
export interface Workload extends ServiceEnvironment {
  desired: number;
  ready: number;
  restarts: number;
  /** Image that the workload asks for. */
  image?: string;
  /** Digest that its newest ready pod runs. */
  runningDigest?: string;
}
