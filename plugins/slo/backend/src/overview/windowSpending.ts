import type { SloWindow } from '@shopstack/plugin-slo-common';
import type { CalendarSpending, RecordedSlo } from './InstanceOverview';
import { carries } from './labels';
import { fromMeasured } from './measured';

/** What was spent of the window of an objective. Shares as measured: they may be NaN or infinite. */
export interface WindowSpending {
  /** Of the events, or of the time, that the window has had so far. */
  errors?: number;
  /** Of all that the budget is for: where time is counted, of the time that a calendar window will have. */
  budgetErrors?: number;
  /** True while what a calendar window has spent is not known. */
  isUnread: boolean;
}

/**
 * The recorded share of a rolling window is that of the objective; a calendar window is read apart, and where nothing at all
 * is recorded there is nothing to read.
 */
export function windowSpending(
  slo: RecordedSlo,
  ratios: ReadonlyMap<number, number>,
  window: SloWindow,
  calendars: readonly CalendarSpending[],
): WindowSpending {
  const recorded = ratios.get(slo.periodSeconds);
  const isMeasured = recorded !== undefined && Number.isFinite(recorded);
  if (window.kind === 'rolling' || !isMeasured) {
    return { errors: recorded, budgetErrors: recorded, isUnread: false };
  }
  const calendar = calendars.find(
    ({ startedAt }) => startedAt === window.startedAt,
  );
  const counts = slo.budgeting === 'timeslices' ? 'slices' : 'events';
  const row = calendar?.series.find(
    each =>
      each.id === slo.id &&
      each.counts === counts &&
      carries(each.labels, slo.variant),
  );
  if (!calendar || !row) {
    return { isUnread: true };
  }
  const errors = fromMeasured(row.share);
  const part =
    counts === 'slices'
      ? Math.min(1, calendar.elapsedSeconds / window.seconds)
      : 1;
  return { errors, budgetErrors: errors * part, isUnread: false };
}
