import { bulkhead, type BulkheadPolicy } from 'cockatiel';

/** Lets so many through at once and makes the others wait, for what needs no more protection than that. */
export class Turnstile {
  readonly #bulkhead: BulkheadPolicy;

  constructor(mostAtOnce: number) {
    this.#bulkhead = bulkhead(mostAtOnce, Number.POSITIVE_INFINITY);
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    return this.#bulkhead.execute(work);
  }
}
