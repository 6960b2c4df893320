import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';

/** Takes every task and runs none. */
const idle: SchedulerService = {
  triggerTask: async () => {},
  cancelTask: async () => {},
  scheduleTask: async () => {},
  createScheduledTaskRunner: () => ({ run: async () => {} }),
  getScheduledTasks: async () => [],
};

/**
 * In the place of the scheduler where pages are measured: nothing is read by itself, so that what is cold stays cold and
 * every call belongs to a view.
 */
export const idleScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => idle,
});
