import { currentLane, LaneContext } from '../lane/lane';
import type { Reading } from '../readModel';

/** One read of a source under way, shared by all who ask for it. */
export class Load {
  /** Somebody may begin to wait for what began in the background. */
  readonly context = new LaneContext(currentLane());
  /** Somebody got an answer without it, and wants to hear of it. */
  isMissed = false;
  /** The source changed after this began to read it. */
  isExpired = false;
  /** What is kept since it ended. */
  reading: Reading<unknown> | undefined;
  readonly ended: Promise<Reading<unknown>>;

  constructor(
    readonly startedAt: Date,
    run: (load: Load) => Promise<Reading<unknown>>,
  ) {
    this.ended = run(this);
  }
}

/** The reads under way: one for each key. */
export class Loads {
  readonly #running = new Map<string, Load>();

  /** Joins the one under way, or starts one. */
  share(key: string, start: () => Load): Load {
    const running = this.#running.get(key);
    if (running) {
      return running;
    }
    const load = start();
    this.#running.set(key, load);
    const forget = () => this.#running.delete(key);
    load.ended.then(forget, forget);
    return load;
  }

  expire(isSelected: (key: string) => boolean): void {
    for (const [key, load] of this.#running) {
      load.isExpired ||= isSelected(key);
    }
  }
}
