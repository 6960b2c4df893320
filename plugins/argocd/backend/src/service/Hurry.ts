/** The others may take at least this much longer than the first, in milliseconds: a slow instance is no dead one. */
const LEAST_GRACE_MS = 400;

/**
 * Of several that are asked at the same time: when the first has answered, the others have as long again. So one that
 * hangs holds the rest up no longer than they themselves took.
 */
export class Hurry {
  /** Resolves when there is no waiting any longer. */
  readonly ended: Promise<void>;
  readonly #begin = performance.now();
  #end!: () => void;
  #timer?: NodeJS.Timeout;

  constructor() {
    this.ended = new Promise(resolve => {
      this.#end = resolve;
    });
  }

  /** One has answered. */
  answered(): void {
    this.#timer ??= setTimeout(
      this.#end,
      Math.max(LEAST_GRACE_MS, performance.now() - this.#begin),
    );
  }

  /** All have answered. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
