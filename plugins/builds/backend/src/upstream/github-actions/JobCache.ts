import type { WireWorkflowJob } from './wire';

const MOST_ENTRIES = 2_000;

/** Keeps the jobs of runs that are over, which no longer change. */
export class JobCache {
  readonly #jobs = new Map<string, WireWorkflowJob[]>();

  /** Answers what is kept, else what `load` gives; nothing when that fails. */
  async get(
    key: string,
    over: boolean,
    load: () => Promise<WireWorkflowJob[]>,
  ): Promise<WireWorkflowJob[]> {
    const kept = this.#jobs.get(key);
    if (kept) {
      return kept;
    }
    try {
      const jobs = await load();
      if (over) {
        this.#keep(key, jobs);
      }
      return jobs;
    } catch {
      return [];
    }
  }

  /** A map remembers the order of insertion: the first is the oldest. */
  #keep(key: string, jobs: WireWorkflowJob[]): void {
    this.#jobs.set(key, jobs);
    for (const oldest of this.#jobs.keys()) {
      if (this.#jobs.size <= MOST_ENTRIES) {
        break;
      }
      this.#jobs.delete(oldest);
    }
  }
}
