import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import { Collector } from '@shopstack/plugin-kit-node';
import type { ScanCollector } from './ScanCollector';
import type { ScanStore } from '../store/ScanStore';

/** Scans that were not read for so long are of images that nobody runs or asks for. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** The first reading of many repositories takes long; whatever a pass does not reach is due in the next. */
const LONGEST_PASS = { minutes: 30 };

export interface CollectorDependencies {
  logger: LoggerService;
  scheduler: SchedulerService;
  collector: ScanCollector;
  scans: Pick<ScanStore, 'prune'>;
  scanFrequency: HumanDuration;
  /** How many calls were made to Amazon ECR since the start. */
  calls(): number;
}

/** Reads scans on a schedule, and forgets once a day those that are of no use. */
export async function startCollector(deps: CollectorDependencies) {
  const { calls, collector, logger, scheduler, scanFrequency, scans } = deps;
  await new Collector({
    id: 'collect-scans',
    scheduler,
    logger,
    frequency: scanFrequency,
    timeout: LONGEST_PASS,
    initialDelay: { seconds: 20 },
    pass: async signal => {
      const before = calls();
      const { items } = await collector.pass(signal);
      return { items, calls: calls() - before };
    },
  }).start();
  await scheduler.scheduleTask({
    id: 'forget-old-scans',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 15 },
    scope: 'global',
    fn: async () => {
      await scans.prune(new Date(Date.now() - FORGET_AFTER_MS));
    },
  });
}
