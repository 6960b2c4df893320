import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Collector } from '@shopstack/plugin-kit-node';
import type { FleetFollower } from './FleetFollower';

/** How much longer than its turn a replica may take to let go, in seconds. */
const GRACE_SECONDS = 60;

export interface CollectorsOptions {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  turnMs: number;
  followers: { instance: string; follower: FleetFollower }[];
}

/**
 * One collector for each instance: one replica follows it for a turn, and at its end whichever replica comes first takes
 * the next one. When a replica dies in its turn, another follows as soon as the turn and its grace are over; until then
 * pages stay as fresh as `maxAgeSeconds` makes them.
 */
export function createCollectors({
  scheduler,
  lifecycle,
  logger,
  turnMs,
  followers,
}: CollectorsOptions): Collector[] {
  const stopping = new AbortController();
  lifecycle.addShutdownHook(() => stopping.abort());
  return followers.map(
    ({ instance, follower }) =>
      new Collector({
        id: `argocd-applications-${instance}`,
        scheduler,
        logger,
        frequency: { seconds: 1 },
        initialDelay: { seconds: 1 },
        timeout: { seconds: turnMs / 1000 + GRACE_SECONDS },
        pass: signal =>
          follower.turn(AbortSignal.any([signal, stopping.signal])),
      }),
  );
}
