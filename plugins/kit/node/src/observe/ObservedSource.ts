import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Observed } from '@shopstack/plugin-kit-common';
import { currentLane, runInBackground, runInLane } from '../lane/lane';
import {
  HotReadings,
  type KeySelection,
  type ReadModel,
  type Reading,
} from '../readModel';
import { UpstreamError } from '../upstream';
import {
  answerMeanwhile,
  answerOf,
  isNews,
  reasonOf,
  topicOf,
} from './answers';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import { Load, Loads } from './Loads';
import { maxAgeMs, type Observation } from './Observation';
import { Watchlist } from './Watchlist';

export interface ObservedSourceOptions {
  readModel: ReadModel;
  logger: LoggerService;
  /** Hears of every change of a value or a state. Default: nobody does. */
  changes?: Pick<ChangeAnnouncer, 'announce'>;
  /** How long an answer waits for a load when there is an older one to show, in milliseconds. Default 1,500. */
  patienceMs?: number;
  /** How long it waits when there is nothing to show yet, in milliseconds. Default 2,500. */
  firstPatienceMs?: number;
  /** For how long a failing source is not asked again, in milliseconds. Default 10,000. */
  restMs?: number;
  /** For how long after somebody looked it is kept fresh, in milliseconds; 0 means only when asked. Default 180,000. */
  watchMs?: number;
  /** What the copies of hot readings may take, in bytes. Default 64 MiB. */
  hotBytes?: number;
  now?: () => Date;
}

/** Who wants a source to be read: somebody who finds it too old, or the list of what is watched. */
type Cause = 'request' | 'watch';

/** What is watched is read a little early; it is not read again when somebody else did that just before. */
const EARLY_SHARE = 0.75;

/** A source that is left alone by its guard costs nothing to ask, and may be back before the rest is over. */
const PAUSED_SHARE = 0.25;

/**
 * Answers from the read model and reads the source through it: at once when the kept answer is young enough, else
 * after a bounded wait for a load that all askers share and that continues when they stop waiting. It never throws
 * for a fault of the source; the fault stands in the answer. What somebody looked at lately is kept fresh in the
 * background, and every change of it is announced.
 */
export class ObservedSource {
  readonly #options: ObservedSourceOptions &
    Required<
      Pick<
        ObservedSourceOptions,
        'patienceMs' | 'firstPatienceMs' | 'restMs' | 'now'
      >
    >;
  readonly #readings: HotReadings;
  readonly #loads = new Loads();
  readonly #watchlist: Watchlist;

  constructor(options: ObservedSourceOptions) {
    this.#options = {
      ...options,
      patienceMs: options.patienceMs ?? 1_500,
      firstPatienceMs: options.firstPatienceMs ?? 2_500,
      restMs: options.restMs ?? 10_000,
      now: options.now ?? (() => new Date()),
    };
    this.#readings = new HotReadings({
      readModel: options.readModel,
      maxBytes: options.hotBytes,
    });
    this.#watchlist = new Watchlist({
      watchMs: options.watchMs ?? 180_000,
      restMs: this.#options.restMs,
      now: this.#options.now,
      refresh: observation =>
        this.#noted(
          runInBackground(() => this.#load(observation, 'watch').ended),
          observation,
        ),
    });
  }

  /**
   * Answers within the patience, whatever the source does; for the background it waits until the source has answered.
   * The items are shared by all who ask: they must not be changed.
   */
  async observe<T>(observation: Observation<T>): Promise<Observed<T>> {
    const kept = await this.#readings.get<T[]>(observation.key);
    const isForSomebody = currentLane() === 'viewer';
    if (isForSomebody) {
      this.#watchlist.see(observation, kept);
    }
    if (kept && this.#isYoung(kept, observation, 'request')) {
      return answerOf(observation, kept);
    }
    const load = this.#load(observation, 'request');
    if (!isForSomebody) {
      return answerOf(observation, (await load.ended) as Reading<T[]>);
    }
    load.context.lane = 'viewer';
    await withPatience(
      observation.hurry
        ? Promise.race([load.ended, observation.hurry])
        : load.ended,
      kept?.value === undefined
        ? this.#options.firstPatienceMs
        : this.#options.patienceMs,
    );
    if (load.reading) {
      return answerOf(observation, load.reading as Reading<T[]>);
    }
    load.isMissed = true;
    return answerMeanwhile(observation, kept, load.startedAt);
  }

  /**
   * Notes that sources have changed, because an event said so: they are read again when somebody asks, and at once
   * where somebody looks. A whole key is cheaper than a condition, which is tried on all keys; keys longer than
   * 200 characters are found by a condition only while somebody looks at them.
   */
  async expire(selection: string | KeySelection): Promise<void> {
    const keys = typeof selection === 'string' ? [selection] : selection;
    const isSelected =
      typeof keys === 'function' ? keys : (key: string) => keys.includes(key);
    this.#loads.expire(isSelected);
    await this.#readings.expire(keys);
    this.#watchlist.expire(isSelected);
  }

  /** Ends the background work. Answers are still given. */
  stop(): void {
    this.#watchlist.stop();
  }

  #isYoung<T>(
    kept: Reading<T[]>,
    observation: Observation<T>,
    cause: Cause,
  ): boolean {
    if (kept.isDue) {
      return false;
    }
    const { restMs, now } = this.#options;
    const age = now().getTime() - kept.attemptedAt.getTime();
    if (kept.failingSince) {
      return age < (cause === 'watch' ? restMs * (PAUSED_SHARE / 2) : restMs);
    }
    const oldest = maxAgeMs(observation, kept.value);
    return age <= (cause === 'watch' ? oldest * EARLY_SHARE : oldest);
  }

  #load(observation: Observation<any>, cause: Cause): Load {
    return this.#loads.share(
      observation.key,
      () =>
        new Load(this.#options.now(), async load =>
          this.#loadOnce(observation, load, cause),
        ),
    );
  }

  async #loadOnce(
    observation: Observation<unknown>,
    load: Load,
    cause: Cause,
  ): Promise<Reading<unknown>> {
    const { key } = observation;
    // A load that ended since the asker looked, here or in another replica, has already answered.
    const kept = await this.#readings.get<unknown[]>(key, { compared: true });
    const needed = !kept || !this.#isYoung(kept, observation, cause);
    const outcome = needed
      ? await this.#ask(observation, load, kept)
      : { reading: kept };
    let { reading } = outcome;
    if (load.isExpired) {
      await this.#noted(this.#readings.expire([key]), observation);
      reading = { ...reading, isDue: true };
    }
    load.reading = reading;
    this.#watchlist.read(key, reading, outcome.restMs);
    if (load.isMissed || (needed && isNews(kept, reading))) {
      this.#options.changes?.announce([topicOf(key)]);
    }
    return reading;
  }

  async #ask(
    observation: Observation<unknown>,
    load: Load,
    kept: Reading<unknown> | undefined,
  ): Promise<{ reading: Reading<unknown>; restMs?: number }> {
    const { now, restMs } = this.#options;
    const { key } = observation;
    let value: unknown[];
    try {
      value = await runInLane(load.context, () => observation.load());
    } catch (error) {
      const at = now();
      const reading = {
        ...kept,
        isDue: undefined,
        failingSince: kept?.failingSince ?? at,
        attemptedAt: at,
        reason: reasonOf(error, kept),
      };
      const { source, instance } = observation;
      this.#options.logger[isNews(kept, reading) ? 'warn' : 'debug'](
        `${source}${instance ? ` ${instance}` : ''} could not be read: ${stringifyError(error)}`,
      );
      await this.#noted(
        this.#readings.recordFailure(key, reading.reason, at),
        observation,
      );
      const isPaused =
        error instanceof UpstreamError && error.fault === 'paused';
      return { reading, restMs: isPaused ? restMs * PAUSED_SHARE : undefined };
    }
    const at = now();
    const recorded = await this.#noted(
      this.#readings.recordSuccess(key, value, at),
      observation,
    );
    return {
      reading: recorded?.reading ?? { value, goodAt: at, attemptedAt: at },
    };
  }

  /** For what people need not wait for, or see, when the database does not do it. */
  async #noted<R>(
    writing: Promise<R>,
    { source }: Observation<unknown>,
  ): Promise<R | undefined> {
    try {
      return await writing;
    } catch (error) {
      this.#options.logger.error(
        `The database could not keep ${source}: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}

/** Ends when the work ends or the patience does. */
async function withPatience(
  work: Promise<unknown>,
  milliseconds: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
