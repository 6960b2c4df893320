/** A wrong `Retry-After` must not silence a source for a day, and a healed one is to be fresh within half a minute. */
const LONGEST_QUIET_MS = 15_000;

/** Until when an upstream asked not to be called. */
export class QuietTime {
  #until = 0;

  /** Keeps quiet for so long from now, at most 15 seconds. */
  keep(milliseconds: number): void {
    this.#until = Math.max(
      this.#until,
      performance.now() + Math.min(milliseconds, LONGEST_QUIET_MS),
    );
  }

  /** How many milliseconds are left; 0 when it may be called. */
  leftMs(): number {
    return Math.max(0, this.#until - performance.now());
  }
}
