import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readClusters,
  type ClusterConfig,
  type UnreadableClusters,
} from './clusters';

export type { ClusterConfig } from './clusters';

export interface WorkloadsConfig {
  clusters: ClusterConfig[];
  unreadable: UnreadableClusters[];
  /** How long one replica follows the clusters before any other may. */
  turnSeconds: number;
  /** How long one watch stays open, in seconds. */
  watchSeconds: number;
  timeoutMs: number;
  /** Objects on one page of a list. */
  pageSize: number;
  /** The most objects of one kind that are read of a cluster. */
  maxObjects: number;
  /** After how many seconds what is read on demand is read anew. */
  maxAgeSeconds: number;
  ratePerSecond: number;
  burst: number;
}

/**
 * Reads `workloads`, and the clusters of the stock Kubernetes plugin.
 *
 * @throws InputError at start when a number is not positive or a cluster is configured so that it cannot work.
 */
export function readWorkloadsConfig(root: Config): WorkloadsConfig {
  const positive = (key: string, otherwise: number) => {
    const value = root.getOptionalNumber(`workloads.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(
        `workloads.${key} must be more than 0, not ${value}`,
      );
    }
    return value;
  };
  return {
    ...readClusters(root),
    turnSeconds: positive('turnSeconds', 60),
    watchSeconds: positive('watchSeconds', 20),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    pageSize: positive('pageSize', 500),
    maxObjects: positive('maxObjects', 20_000),
    maxAgeSeconds: positive('maxAgeSeconds', 30),
    ratePerSecond: positive('ratePerSecond', 10),
    burst: positive('burst', 40),
  };
}
