import type { InstanceOverview, RecordedSlo } from './InstanceOverview';
import { sloWindows } from './sloWindow';

/** The objectives whose calendar windows began at the same moment. */
export interface CalendarStart {
  /** ISO. */
  startedAt: string;
  slos: RecordedSlo[];
}

/**
 * When the calendar windows of objectives began, the most used first.
 *
 * @param most - so many are read; the objectives of the others show their rolling windows
 */
export function calendarStarts(
  { slos, at }: Pick<InstanceOverview, 'slos' | 'at'>,
  most: number,
): { read: CalendarStart[]; unread: string[] } {
  const windowOf = sloWindows(at);
  const starts = new Map<string, RecordedSlo[]>();
  for (const slo of slos) {
    const { startedAt } = windowOf(slo).window;
    if (startedAt) {
      const known = starts.get(startedAt);
      if (known) known.push(slo);
      else starts.set(startedAt, [slo]);
    }
  }
  const all = [...starts]
    .map(([startedAt, own]) => ({ startedAt, slos: own }))
    .sort(
      (one, other) =>
        other.slos.length - one.slos.length ||
        // The younger window costs less to read.
        (one.startedAt < other.startedAt ? 1 : -1),
    );
  return {
    read: all.slice(0, most),
    unread: all.slice(most).map(({ startedAt }) => startedAt),
  };
}
