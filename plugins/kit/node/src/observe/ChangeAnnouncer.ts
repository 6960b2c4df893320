import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  OBSERVED_CHANNEL,
  type ObservedSignal,
} from '@shopstack/plugin-kit-common';

/** Changes come in swarms: a pass of a collector, or an upstream that comes back. */
const BATCH_MS = 200;

/** Topics in one message. */
const MOST_TOPICS = 500;

/**
 * Tells open pages what changed, so that they read it again. Every socket hears it, so it says nothing but the topics,
 * which mean something only to a page that shows them.
 */
export class ChangeAnnouncer {
  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
  }): ChangeAnnouncer {
    return new ChangeAnnouncer(options.signals, options.logger);
  }

  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #topics = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(signals: SignalsService, logger: LoggerService) {
    this.#signals = signals;
    this.#logger = logger;
  }

  /** Announces within a moment, together with what else changes meanwhile. */
  announce(topics: string[]): void {
    topics.forEach(topic => this.#topics.add(topic));
    if (this.#topics.size > 0) {
      this.#timer ??= setTimeout(() => this.#send(), BATCH_MS).unref();
    }
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const topics = [...this.#topics];
    this.#topics.clear();
    try {
      for (let start = 0; start < topics.length; start += MOST_TOPICS) {
        await this.#signals.publish<ObservedSignal>({
          recipients: { type: 'broadcast' },
          channel: OBSERVED_CHANNEL,
          message: { topics: topics.slice(start, start + MOST_TOPICS) },
        });
      }
    } catch (error) {
      // Pages read again by themselves in a while.
      this.#logger.warn(`Could not announce changes: ${stringifyError(error)}`);
    }
  }
}
