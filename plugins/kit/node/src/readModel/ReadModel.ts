/** What is known of one source without its answer: how it fares, and when it was asked. */
export interface ReadingState {
  /** When the last good answer came. */
  goodAt?: Date;
  /** Since when it fails; absent when the last attempt was good. */
  failingSince?: Date;
  /** When it was last asked. */
  attemptedAt: Date;
  /** Why it fails, safe to show. */
  reason?: string;
  /** Changes whenever the value does; absent where there is none. */
  fingerprint?: string;
  /** Something said that the source has changed since. */
  isDue?: boolean;
}

/** What is kept of one source: its last good answer, and whether it fails since. */
export interface Reading<T> extends ReadingState {
  /** The last good answer. Absent when there never was one. */
  value?: T;
  /** Length of the value as JSON, in characters. */
  size?: number;
}

/** How a good answer was kept. */
export interface KeptValue {
  fingerprint: string;
  /** Length of the value as JSON, in characters. */
  size: number;
}

/** Which readings: by their keys, or by what is true of the key. A key is known whole only up to 200 characters. */
export type KeySelection = readonly string[] | ((key: string) => boolean);

/** The memory of a plugin: the last good answer of every source, durable. Values are JSON. */
export interface ReadModel {
  get<T>(key: string): Promise<Reading<T> | undefined>;
  /** The states of several at once, without their values; in the order of the keys. */
  getStates(keys: readonly string[]): Promise<(ReadingState | undefined)[]>;
  /** Keeps a good answer and forgets the failure before it. */
  recordSuccess<T>(key: string, value: T, at: Date): Promise<KeptValue>;
  /** Keeps the last good answer and notes the failure; `failingSince` stays at the first of a row. */
  recordFailure(key: string, reason: string, at: Date): Promise<void>;
  /** Notes that the sources have changed since, until they are asked again. */
  expire(selection: KeySelection): Promise<void>;
  /** Forgets what nobody asked for since then, and answers how many that were. */
  prune(attemptedBefore: Date): Promise<number>;
}
