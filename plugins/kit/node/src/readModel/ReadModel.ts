/** What is kept of one source: its last good answer, and whether it fails since. */
export interface Reading<T> {
  /** The last good answer. Absent when there never was one. */
  value?: T;
  /** When the last good answer came. */
  goodAt?: Date;
  /** Since when it fails; absent when the last attempt was good. */
  failingSince?: Date;
  /** When it was last asked. */
  attemptedAt: Date;
  /** Why it fails, safe to show. */
  reason?: string;
}

/** The memory of a plugin: the last good answer of every source, durable. Values are JSON. */
export interface ReadModel {
  get<T>(key: string): Promise<Reading<T> | undefined>;
  /** Keeps a good answer and forgets the failure before it. */
  recordSuccess<T>(key: string, value: T, at: Date): Promise<void>;
  /** Keeps the last good answer and notes the failure; `failingSince` stays at the first of a row. */
  recordFailure(key: string, reason: string, at: Date): Promise<void>;
}
