import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { RateBudget } from '@shopstack/plugin-kit-node';
import type { WorkloadsConfig } from './config';
import type { ClusterReader } from './service/DefaultWorkloadsService';
import type { WorkloadStore } from './store/WorkloadStore';
import { WorkloadWriter } from './store/WorkloadWriter';
import { ClusterCredentials } from './upstream/ClusterCredentials';
import { ClusterFollower } from './upstream/ClusterFollower';
import { KubernetesClient } from './upstream/KubernetesClient';
import { SelectorReader } from './upstream/SelectorReader';

/** Makes what speaks to each configured cluster. Nobody is asked anything yet. */
export function connectClusters(
  options: WorkloadsConfig & {
    rootConfig: Config;
    logger: LoggerService;
    store: WorkloadStore;
    changes: { announce(topics: string[]): void };
  },
): {
  clusters: { follower: ClusterFollower; writer: WorkloadWriter }[];
  readers: ClusterReader[];
  close(): void;
} {
  const { rootConfig, logger, store, changes, maxObjects } = options;
  const made = options.clusters.map(cluster => {
    const credentials = new ClusterCredentials(cluster, {
      config: rootConfig,
      logger,
    });
    const client = new KubernetesClient({
      ...options,
      credentials,
      guard: { budget: new RateBudget(rateOf(options)) },
    });
    return {
      credentials,
      reader: new SelectorReader(cluster.name, client),
      follower: new ClusterFollower({
        cluster: cluster.name,
        client,
        maxObjects,
      }),
      writer: new WorkloadWriter({ cluster: cluster.name, store, changes }),
    };
  });
  return {
    clusters: made,
    readers: made.map(({ reader }) => reader),
    close: () => made.forEach(({ credentials }) => credentials.close()),
  };
}

function rateOf({ ratePerSecond, burst }: WorkloadsConfig) {
  return { perSecond: ratePerSecond, burst };
}
