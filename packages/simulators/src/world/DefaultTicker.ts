import type { Ticker } from './types';

/** Wall time between two rounds; short enough that a person does not see the world wait. */
const INTERVAL_MILLISECONDS = 200;

/** A failing step is logged at its first failure and then once in so many rounds (about once in ten seconds). */
const LOG_EVERY_FAILURES = 50;

interface Step {
  name: string;
  step: () => void | Promise<void>;
  failures: number;
}

/** Runs all steps one after the other, again and again; a failing step is logged and tried again in the next round. */
export class DefaultTicker implements Ticker {
  readonly #log: (message: string) => void;
  readonly #steps: Step[] = [];
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #stopped = true;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  register(name: string, step: () => void | Promise<void>): void {
    this.#steps.push({ name, step, failures: 0 });
  }

  start(): void {
    if (this.#stopped) {
      this.#stopped = false;
      this.#schedule();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** Runs every step once; joins the round that runs already. */
  async runOnce(): Promise<void> {
    this.#round ??= this.#runSteps().finally(() => {
      this.#round = undefined;
    });
    await this.#round;
  }

  #schedule() {
    this.#timer = setTimeout(async () => {
      await this.runOnce();
      if (!this.#stopped) {
        this.#schedule();
      }
    }, INTERVAL_MILLISECONDS);
  }

  async #runSteps() {
    for (const entry of this.#steps) {
      try {
        await entry.step();
        entry.failures = 0;
      } catch (error) {
        if (entry.failures % LOG_EVERY_FAILURES === 0) {
          const reason = error instanceof Error ? error.stack : String(error);
          this.#log(`the step ${entry.name} failed: ${reason}`);
        }
        entry.failures += 1;
      }
    }
  }
}
