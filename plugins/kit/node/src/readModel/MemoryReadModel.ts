import type {
  KeptValue,
  KeySelection,
  ReadModel,
  Reading,
  ReadingState,
} from './ReadModel';
import { writeValue } from './writtenValue';

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

  async getStates(
    keys: readonly string[],
  ): Promise<(ReadingState | undefined)[]> {
    return keys.map(key => {
      const reading = this.#readings.get(key);
      if (!reading) {
        return undefined;
      }
      const { value: _value, size: _size, ...state } = reading;
      return state;
    });
  }

  async recordSuccess<T>(key: string, value: T, at: Date): Promise<KeptValue> {
    const { text, ...kept } = writeValue(value);
    this.#readings.set(key, {
      ...kept,
      value: text,
      goodAt: at,
      attemptedAt: at,
    });
    return kept;
  }

  async recordFailure(key: string, reason: string, at: Date): Promise<void> {
    const earlier = this.#readings.get(key);
    this.#readings.set(key, {
      ...earlier,
      isDue: undefined,
      failingSince: earlier?.failingSince ?? at,
      attemptedAt: at,
      reason,
    });
  }

  async expire(selection: KeySelection): Promise<void> {
    const keys =
      typeof selection === 'function'
        ? [...this.#readings.keys()].filter(selection)
        : selection;
    for (const key of keys) {
      const reading = this.#readings.get(key);
      if (reading) {
        this.#readings.set(key, { ...reading, isDue: true });
      }
    }
  }

  async prune(attemptedBefore: Date): Promise<number> {
    const old = [...this.#readings].filter(
      ([, { attemptedAt }]) => attemptedAt < attemptedBefore,
    );
    old.forEach(([key]) => this.#readings.delete(key));
    return old.length;
  }
}
