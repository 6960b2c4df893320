/** Something that keeps results and can make them again. */
export interface PointHolder {
  readonly kept: number;
  forget(): void;
}

/** About 60 MB: more than all charts that somebody looks at in an hour. */
const MOST = 500_000;

/** Bounds what all rules together keep of single evaluations: those that were asked for least recently go first. */
export class PointBudget {
  readonly #most: number;
  /** In order of use, with what they held then. */
  readonly #holders = new Map<PointHolder, number>();
  #total = 0;

  constructor(most: number = MOST) {
    this.#most = most;
  }

  /** Call after a holder was asked. It keeps its own results, however many. */
  used(holder: PointHolder): void {
    this.#release(holder);
    this.#holders.set(holder, holder.kept);
    this.#total += holder.kept;
    for (const other of this.#holders.keys()) {
      if (this.#total <= this.#most || other === holder) return;
      this.#release(other);
      other.forget();
    }
  }

  #release(holder: PointHolder): void {
    this.#total -= this.#holders.get(holder) ?? 0;
    this.#holders.delete(holder);
  }
}
