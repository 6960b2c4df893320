import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Collector } from '@shopstack/plugin-kit-node';
import type { Overviews } from './overview/Overviews';

export interface CollectorOptions {
  scheduler: SchedulerService;
  logger: LoggerService;
  overviews: Pick<Overviews, 'observe'>;
  maxAgeSeconds: number;
}

/** So that what is read is not yet too old when it is read again. */
const EARLY_SHARE = 0.8;
/** What somebody looks at is refreshed meanwhile anyway. */
const RECENT_SHARE = 0.5;
const SHORTEST_SECONDS = 5;

/** Keeps the objectives of every instance fresh before anybody looks, from one replica at a time. */
export function createCollector({
  scheduler,
  logger,
  overviews,
  maxAgeSeconds,
}: CollectorOptions): Collector {
  return new Collector({
    id: 'slos',
    scheduler,
    logger,
    frequency: {
      seconds: Math.max(SHORTEST_SECONDS, maxAgeSeconds * EARLY_SHARE),
    },
    // Not while the portal starts: who looks before that asks for it.
    initialDelay: { seconds: 15 },
    timeout: { minutes: 2 },
    pass: async () => {
      const { items } = await overviews.observe(
        [],
        maxAgeSeconds * RECENT_SHARE,
      );
      return { items: items.length };
    },
  });
}
