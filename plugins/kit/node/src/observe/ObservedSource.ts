import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type { ReadModel, Reading } from '../readModel';
import { UpstreamError } from '../upstream';

/** One thing to observe: where it is kept, how old it may be, and how it is read. */
export interface Observation<T> {
  /** Key in the read model: everything that the answer depends on, and nothing of who asks. */
  key: string;
  source: string;
  instance?: string;
  /** Older answers are read anew when somebody asks. */
  maxAgeSeconds: number;
  load(): Promise<T[]>;
}

export interface ObservedSourceOptions {
  readModel: ReadModel;
  logger: LoggerService;
  /** How long an answer waits for a load when there is an older one to show, in milliseconds. Default 2,000. */
  patienceMs?: number;
  /** How long it waits when there is nothing to show yet, in milliseconds. Default 5,000. */
  firstPatienceMs?: number;
  /** For how long a failing source is not asked again, in milliseconds. Default 10,000. */
  restMs?: number;
  now?: () => Date;
}

const NOT_YET = Symbol('not yet');

/**
 * Answers from the read model and reads the source through it: at once when the kept answer is young enough, else
 * after a bounded wait for a load that all askers share and that continues when they stop waiting. It never throws
 * for a fault of the source; the fault stands in the answer.
 */
export class ObservedSource {
  readonly #options: Required<ObservedSourceOptions>;
  readonly #loads = new Map<string, Promise<Reading<unknown>>>();

  constructor(options: ObservedSourceOptions) {
    this.#options = {
      patienceMs: 2_000,
      firstPatienceMs: 5_000,
      restMs: 10_000,
      now: () => new Date(),
      ...options,
    };
  }

  async observe<T>(observation: Observation<T>): Promise<Observed<T>> {
    const kept = await this.#options.readModel.get<T[]>(observation.key);
    if (kept && this.#mayRest(kept, observation)) {
      return answer(observation, kept);
    }
    const patience =
      kept?.value === undefined
        ? this.#options.firstPatienceMs
        : this.#options.patienceMs;
    const loaded = await this.#waitFor(this.#load(observation), patience);
    return loaded === NOT_YET
      ? this.#answerWithout(observation, kept)
      : answer(observation, loaded as Reading<T[]>);
  }

  #mayRest(kept: Reading<unknown>, { maxAgeSeconds }: Observation<unknown>) {
    const now = this.#options.now().getTime();
    return kept.failingSince
      ? now - kept.attemptedAt.getTime() < this.#options.restMs
      : now - kept.attemptedAt.getTime() <= maxAgeSeconds * 1000;
  }

  #load(observation: Observation<unknown>): Promise<Reading<unknown>> {
    const running = this.#loads.get(observation.key);
    if (running) {
      return running;
    }
    const load = this.#loadOnce(observation).finally(() =>
      this.#loads.delete(observation.key),
    );
    this.#loads.set(observation.key, load);
    // Nobody may be waiting any more when it ends.
    load.catch(error =>
      this.#options.logger.error(
        `Could not keep what ${observation.source} answered: ${stringifyError(error)}`,
      ),
    );
    return load;
  }

  async #loadOnce(
    observation: Observation<unknown>,
  ): Promise<Reading<unknown>> {
    const { readModel, logger, now } = this.#options;
    // A load that ended since the asker looked has already answered.
    const kept = await readModel.get(observation.key);
    if (kept && this.#mayRest(kept, observation)) {
      return kept;
    }
    try {
      const value = await observation.load();
      const at = now();
      await readModel.recordSuccess(observation.key, value, at);
      return { value, goodAt: at, attemptedAt: at };
    } catch (error) {
      const at = now();
      const reason = reasonOf(error);
      logger.warn(
        `${observation.source}${observation.instance ? ` ${observation.instance}` : ''} could not be read: ${stringifyError(error)}`,
      );
      await readModel.recordFailure(observation.key, reason, at);
      return {
        value: kept?.value,
        goodAt: kept?.goodAt,
        failingSince: kept?.failingSince ?? at,
        attemptedAt: at,
        reason,
      };
    }
  }

  async #waitFor<R>(
    load: Promise<R>,
    patienceMs: number,
  ): Promise<R | typeof NOT_YET> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<typeof NOT_YET>(resolve => {
      timer = setTimeout(() => resolve(NOT_YET), patienceMs);
    });
    try {
      return await Promise.race([load, patience]);
    } finally {
      clearTimeout(timer);
    }
  }

  #answerWithout<T>(
    observation: Observation<T>,
    kept: Reading<T[]> | undefined,
  ): Observed<T> {
    const at = this.#options.now();
    return answer(observation, {
      value: kept?.value,
      goodAt: kept?.goodAt,
      attemptedAt: at,
      failingSince: kept?.failingSince ?? at,
      reason:
        kept?.reason ?? 'It has not answered yet; the portal keeps asking',
    });
  }
}

function answer<T>(
  { source, instance }: Observation<T>,
  reading: Reading<T[]>,
): Observed<T> {
  const status: SourceStatus = {
    source,
    ...(instance !== undefined && { instance }),
    state: stateOf(reading),
    ...(reading.goodAt && { asOf: reading.goodAt.toISOString() }),
    ...(reading.failingSince && { since: reading.failingSince.toISOString() }),
    ...(reading.failingSince && { reason: reading.reason }),
  };
  return { items: reading.value ?? [], sources: [status] };
}

function stateOf(reading: Reading<unknown>): SourceStatus['state'] {
  if (!reading.failingSince) {
    return 'ok';
  }
  return reading.value === undefined ? 'unavailable' : 'stale';
}

/** Only our own words reach people: the message of any other error may hold anything. */
function reasonOf(error: unknown): string {
  return error instanceof UpstreamError
    ? error.message
    : 'The portal could not read it; its log tells why';
}
