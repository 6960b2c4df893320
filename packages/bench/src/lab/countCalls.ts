import type { CallSummary } from '../stubs/CallLog';
import type { Stubs } from '../stubs/Stubs';

/** What was done, and the calls that it made upstream. */
export interface Counted<T> {
  value: T;
  summary: CallSummary;
  /** Without those that find resources by tags: the other side knows them by name. */
  calls: number;
}

/** Does something and counts all upstream calls until no more are made, also those made after it has ended. */
export async function countCalls<T>(
  stubs: Stubs,
  work: () => Promise<T>,
): Promise<Counted<T>> {
  await stubs.settled();
  await stubs.clear();
  const value = await work();
  const summary = await stubs.settled();
  return { value, summary, calls: summary.calls - callsOf(summary, 'tagging') };
}

/** Calls of the operations whose names begin so. */
export function callsOf({ operations }: CallSummary, prefix: string): number {
  return Object.entries(operations)
    .filter(([name]) => name.startsWith(prefix))
    .reduce((sum, [, { calls }]) => sum + calls, 0);
}
