/** One thing to observe: where it is kept, how old it may be, and how it is read. */
export interface Observation<T> {
  /** Key in the read model: everything that the answer depends on, and nothing of who asks. */
  key: string;
  source: string;
  instance?: string;
  /**
   * Older answers are read anew when somebody asks, and while somebody looks. A function is told the last good answer:
   * what holds a running build is due sooner.
   */
  maxAgeSeconds: number | ((items: T[]) => number);
  /** Ends the wait for a load early: for an answer that is made of several sources, when the others have answered. */
  hurry?: Promise<unknown>;
  /** Reads it from the source. It is called again for as long as somebody looks, also after the request has ended. */
  load(): Promise<T[]>;
}

/** The longest age of an answer, in milliseconds. */
export function maxAgeMs<T>(
  { maxAgeSeconds }: Observation<T>,
  items: T[] | undefined,
): number {
  const seconds =
    typeof maxAgeSeconds === 'function'
      ? maxAgeSeconds(items ?? [])
      : maxAgeSeconds;
  return seconds * 1000;
}
