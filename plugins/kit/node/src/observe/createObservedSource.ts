import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { KnexReadModel, type ReadModel } from '../readModel';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { readObserveConfig } from './observeConfig';
import { ObservedSource } from './ObservedSource';

export interface ObservedSourceDependencies {
  /** `observe` of it sets patience, rest and watch. */
  config?: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
  signals: SignalsService;
  lifecycle: LifecycleService;
  /** Forgets once a day what nobody asked for in 30 days; without it, nothing is forgotten. */
  scheduler?: SchedulerService;
}

const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** All that a plugin needs to observe its sources: the read model in its own database, announced changes, and an end. */
export async function createObservedSource({
  config,
  database,
  logger,
  signals,
  lifecycle,
  scheduler,
}: ObservedSourceDependencies): Promise<{
  observed: ObservedSource;
  readModel: ReadModel;
}> {
  const readModel = await KnexReadModel.create(database);
  const observed = new ObservedSource({
    ...(config && readObserveConfig(config)),
    readModel,
    logger,
    changes: ChangeAnnouncer.create({ signals, logger }),
  });
  lifecycle.addShutdownHook(() => observed.stop());
  await scheduler?.scheduleTask({
    id: 'forget-old-readings',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      const before = new Date(Date.now() - FORGET_AFTER_MS);
      const forgotten = await readModel.prune(before);
      if (forgotten > 0) {
        logger.info(`Forgot ${forgotten} readings that nobody asked for`);
      }
    },
  });
  return { observed, readModel };
}
