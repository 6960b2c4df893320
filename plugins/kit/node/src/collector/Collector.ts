import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { runInBackground } from '../lane';

export interface CollectorOptions
  extends Pick<
    SchedulerServiceTaskScheduleDefinition,
    'frequency' | 'timeout' | 'initialDelay'
  > {
  /** Unique among the tasks of the plugin. */
  id: string;
  scheduler: SchedulerService;
  logger: LoggerService;
  /** One pass. The signal ends it when it takes too long or the portal stops. */
  pass(signal: AbortSignal): Promise<{ items: number; calls?: number }>;
}

/**
 * Reads what nobody has to wait for: on a schedule, one replica at a time, and never a second pass before the first has
 * ended. Its calls to upstreams give way to those of people.
 */
export class Collector {
  readonly #options: CollectorOptions;
  #isRunning = false;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { id, scheduler, frequency, timeout, initialDelay } = this.#options;
    await scheduler.scheduleTask({
      id,
      frequency,
      timeout,
      initialDelay,
      scope: 'global',
      fn: signal => this.#pass(signal),
    });
  }

  /** A pass that fails is logged by the scheduler. */
  async #pass(signal: AbortSignal): Promise<void> {
    const { id, logger, pass } = this.#options;
    if (this.#isRunning) {
      // The scheduler let go of it after its timeout; it has not noticed yet.
      logger.warn(
        `Collector ${id}: the last pass has not ended, this one is left out`,
      );
      return;
    }
    this.#isRunning = true;
    const begin = performance.now();
    try {
      const { items, calls } = await runInBackground(() => pass(signal));
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const cost = calls === undefined ? '' : ` with ${calls} calls`;
      logger.info(`Collector ${id}: ${items} items in ${seconds} s${cost}`);
    } finally {
      this.#isRunning = false;
    }
  }
}
