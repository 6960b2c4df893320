/** What became of one call. */
export type CallOutcome = 'answered' | 'throttled' | 'unexpected';

/** The calls of one operation. */
export interface OperationCalls {
  calls: number;
  throttled: number;
  /** Different things that it was asked about; fewer than `calls` means that something was asked twice. */
  subjects: number;
}

/** Everything since the log was last cleared. */
export interface CallSummary {
  calls: number;
  throttled: number;
  /** Calls whose answer is still on its way; streams that stay open are none. */
  inFlight: number;
  operations: Record<string, OperationCalls>;
  /** Most calls of one source within any second, by source. */
  peakPerSecond: Record<string, number>;
  /** Calls that no page of a portal has a reason to make, as they were seen. */
  unexpected: string[];
}

interface Entry {
  source: string;
  operation: string;
  subject: string;
  at: number;
  outcome: CallOutcome;
}

const shownUnexpected = 20;

/** Counts the calls that the stubs see. */
export class CallLog {
  #entries: Entry[] = [];
  #inFlight = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** `subject` is what the call asks about, in any form that is the same for the same question. */
  record(
    source: string,
    operation: string,
    subject: string,
    outcome: CallOutcome,
  ): void {
    this.#entries.push({
      source,
      operation,
      subject,
      outcome,
      at: this.#now(),
    });
  }

  begin(): void {
    this.#inFlight += 1;
  }

  end(): void {
    this.#inFlight -= 1;
  }

  /** Forgets the calls; what is in flight stays in flight. */
  clear(): void {
    this.#entries = [];
  }

  summarize(): CallSummary {
    const all = this.#entries;
    return {
      calls: all.length,
      throttled: all.filter(({ outcome }) => outcome === 'throttled').length,
      inFlight: this.#inFlight,
      operations: operationsOf(all),
      peakPerSecond: Object.fromEntries(
        [...groupBy(all, ({ source }) => source)].map(([source, entries]) => [
          source,
          peakPerSecond(entries.map(({ at }) => at)),
        ]),
      ),
      unexpected: all
        .filter(({ outcome }) => outcome === 'unexpected')
        .slice(0, shownUnexpected)
        .map(({ operation, subject }) => `${operation} ${subject}`),
    };
  }
}

function operationsOf(all: Entry[]): Record<string, OperationCalls> {
  const operations = groupBy(
    all,
    ({ source, operation }) => `${source} ${operation}`,
  );
  return Object.fromEntries(
    [...operations].map(([name, entries]) => [
      name,
      {
        calls: entries.length,
        throttled: entries.filter(({ outcome }) => outcome === 'throttled')
          .length,
        subjects: new Set(entries.map(({ subject }) => subject)).size,
      },
    ]),
  );
}

/** Most of the given times, in milliseconds and in their order, that lie within one second. */
export function peakPerSecond(times: number[]): number {
  let first = 0;
  let most = 0;
  for (let last = 0; last < times.length; last += 1) {
    while (times[last] - times[first] >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
