import {
  type KeptValue,
  type KeySelection,
  MemoryReadModel,
  type ReadModel,
  type Reading,
  type ReadingState,
} from '@shopstack/plugin-kit-node';
import { LRUCache } from 'lru-cache';

/**
 * A read model in memory that holds only so many readings: for what people come by once, as the ranges of a zoom. Each
 * reading is a small read model of its own, so that a fault after a good answer reads as everywhere else.
 */
export class BoundedReadModel implements ReadModel {
  readonly #readings: LRUCache<string, MemoryReadModel>;

  constructor(mostReadings: number) {
    this.#readings = new LRUCache({ max: mostReadings });
  }

  async get<T>(key: string): Promise<Reading<T> | undefined> {
    return this.#readings.get(key)?.get<T>(key);
  }

  async getStates(
    keys: readonly string[],
  ): Promise<(ReadingState | undefined)[]> {
    return Promise.all(
      keys.map(async key => {
        const [state] = (await this.#readings.get(key)?.getStates([key])) ?? [];
        return state;
      }),
    );
  }

  async recordSuccess<T>(key: string, value: T, at: Date): Promise<KeptValue> {
    return this.#own(key).recordSuccess(key, value, at);
  }

  async recordFailure(key: string, reason: string, at: Date): Promise<void> {
    return this.#own(key).recordFailure(key, reason, at);
  }

  async expire(selection: KeySelection): Promise<void> {
    const models = [...this.#readings.values()];
    await Promise.all(models.map(model => model.expire(selection)));
  }

  async prune(attemptedBefore: Date): Promise<number> {
    let forgotten = 0;
    for (const [key, model] of [...this.#readings.entries()]) {
      const count = await model.prune(attemptedBefore);
      if (count > 0) this.#readings.delete(key);
      forgotten += count;
    }
    return forgotten;
  }

  #own(key: string): MemoryReadModel {
    const known = this.#readings.get(key);
    if (known) return known;
    const model = new MemoryReadModel();
    this.#readings.set(key, model);
    return model;
  }
}
