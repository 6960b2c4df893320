import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Collector } from '@shopstack/plugin-kit-node';
import { followCluster } from './followCluster';
import type { WorkloadWriter } from './store/WorkloadWriter';
import type { ClusterFollower } from './upstream/ClusterFollower';

export interface CollectorOptions {
  scheduler: SchedulerService;
  logger: LoggerService;
  clusters: { follower: ClusterFollower; writer: WorkloadWriter }[];
  turnSeconds: number;
  watchSeconds: number;
  timeoutMs: number;
}

/**
 * Follows all clusters, side by side, in turns: one replica has a turn, then any other may have the next. A replica
 * that dies in its turn is missed for the rest of it.
 */
export function createCollector(options: CollectorOptions): Collector {
  const { scheduler, logger, clusters, turnSeconds, watchSeconds } = options;
  const calls = () =>
    clusters.reduce((sum, { follower }) => sum + follower.calls, 0);
  return new Collector({
    id: 'follow-clusters',
    scheduler,
    logger,
    frequency: { seconds: 5 },
    // A turn ends by itself; this is for one that does not.
    timeout: {
      seconds: turnSeconds + watchSeconds + (3 * options.timeoutMs) / 1000,
    },
    pass: async signal => {
      const before = calls();
      const items = await Promise.all(
        clusters.map(cluster =>
          followCluster({
            ...cluster,
            logger,
            turnMs: turnSeconds * 1000,
            watchSeconds,
            signal,
          }),
        ),
      );
      return {
        items: items.reduce((sum, each) => sum + each, 0),
        calls: calls() - before,
      };
    },
  });
}
