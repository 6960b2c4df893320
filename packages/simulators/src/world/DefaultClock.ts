import type { Clock, DocumentStore } from './types';

const KIND = 'setting';
const ID = 'clock';

interface ClockSetting {
  /** Milliseconds to add to the wall time. */
  offset: number;
  pace: number;
}

/** A clock whose offset and pace live in the store, so that a restart does not turn time back. */
export class DefaultClock implements Clock {
  readonly #store: DocumentStore;
  #setting: ClockSetting;

  constructor(store: DocumentStore) {
    this.#store = store;
    this.#setting = store.get<ClockSetting>(KIND, ID) ?? { offset: 0, pace: 1 };
  }

  now(): Date {
    return new Date(Date.now() + this.#setting.offset);
  }

  after(seconds: number): string {
    const milliseconds = (seconds * 1000) / this.#setting.pace;
    return new Date(this.now().getTime() + milliseconds).toISOString();
  }

  get pace(): number {
    return this.#setting.pace;
  }

  /** @throws RangeError when the pace is not a positive number. */
  setPace(pace: number): void {
    if (!Number.isFinite(pace) || pace <= 0) {
      throw new RangeError(`pace must be a positive number, not ${pace}`);
    }
    this.#write({ ...this.#setting, pace });
  }

  setNow(now: Date): void {
    this.#write({ ...this.#setting, offset: now.getTime() - Date.now() });
  }

  #write(setting: ClockSetting) {
    this.#setting = setting;
    this.#store.put(KIND, ID, setting);
  }
}
