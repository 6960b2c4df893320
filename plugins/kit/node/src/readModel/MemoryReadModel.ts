import type { ReadModel, Reading } from './ReadModel';

/** A read model for tests and for what need not survive a restart. */
export class MemoryReadModel implements ReadModel {
  readonly #readings = new Map<string, Reading<string>>();

  async get<T>(key: string): Promise<Reading<T> | undefined> {
    const reading = this.#readings.get(key);
    return (
      reading && {
        ...reading,
        value:
          reading.value === undefined
            ? undefined
            : (JSON.parse(reading.value) as T),
      }
    );
  }

  async recordSuccess<T>(key: string, value: T, at: Date): Promise<void> {
    this.#readings.set(key, {
      value: JSON.stringify(value),
      goodAt: at,
      attemptedAt: at,
    });
  }

  async recordFailure(key: string, reason: string, at: Date): Promise<void> {
    const earlier = this.#readings.get(key);
    this.#readings.set(key, {
      value: earlier?.value,
      goodAt: earlier?.goodAt,
      failingSince: earlier?.failingSince ?? at,
      attemptedAt: at,
      reason,
    });
  }
}
