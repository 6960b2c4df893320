import type { SloWindow } from '@shopstack/plugin-slo-common';
import { countedBy } from './calendarQuery';
import type { CalendarSpending, RecordedSlo } from './InstanceOverview';
import { carries } from './labels';
import { fromMeasured } from './measured';

/** What was spent of the window of an objective. Shares as measured: they may be NaN or infinite. */
export interface WindowSpending {
  /** Of the events, or of the time, that the window has had so far. */
  errors?: number;
  /** Of all that the budget is for: where time is counted, of the time that a calendar window will have. */
  budgetErrors?: number;
  /** Of the window so far, where they are counted. */
  events?: { total: number; bad: number };
  /** True while what a calendar window has spent is not known. */
  isUnread: boolean;
}

/** What was spent of calendar windows, by when they began, and in them by `sloth_id`. */
export type CalendarIndex = ReadonlyMap<
  string,
  {
    elapsedSeconds: number;
    rows: ReadonlyMap<string, CalendarSpending['series']>;
  }
>;

export function indexCalendars(
  calendars: readonly CalendarSpending[],
): CalendarIndex {
  return new Map(
    calendars.map(({ startedAt, elapsedSeconds, series }) => {
      const rows = new Map<string, CalendarSpending['series']>();
      for (const row of series) {
        rows.set(row.id, [...(rows.get(row.id) ?? []), row]);
      }
      return [startedAt, { elapsedSeconds, rows }];
    }),
  );
}

/** The recorded share of a rolling window is that of the objective; a calendar window is read apart. */
export function windowSpending(
  slo: RecordedSlo,
  ratios: ReadonlyMap<number, number>,
  window: SloWindow,
  calendars: CalendarIndex,
): WindowSpending {
  return window.kind === 'rolling'
    ? ofRolling(slo, ratios.get(slo.periodSeconds))
    : ofCalendar(slo, window, calendars);
}

function ofRolling(
  { budgeting, total }: RecordedSlo,
  errors: number | undefined,
): WindowSpending {
  const events = total === undefined ? NaN : fromMeasured(total);
  const isCounted =
    budgeting === 'occurrences' && Number.isFinite(events) && events >= 0;
  return {
    errors,
    budgetErrors: errors,
    ...(isCounted &&
      errors !== undefined && {
        events: {
          total: events,
          // Rounding of sums may leave it a hair outside.
          bad: events * Math.min(1, Math.max(0, errors)),
        },
      }),
    isUnread: false,
  };
}

function ofCalendar(
  slo: RecordedSlo,
  { startedAt, seconds }: SloWindow,
  calendars: CalendarIndex,
): WindowSpending {
  const calendar = calendars.get(startedAt ?? '');
  if (!calendar) return { isUnread: true };
  const by = countedBy(slo);
  const rows = (calendar.rows.get(slo.id) ?? []).filter(
    row => row.by === by && carries(row.labels, slo.variant),
  );
  const total = sumOf(rows, 'total');
  const bad = sumOf(rows, 'errors');
  if (total === undefined || bad === undefined || total === 0) {
    return { isUnread: false };
  }
  const errors = bad / total;
  const part =
    by === 'slices' ? Math.min(1, calendar.elapsedSeconds / seconds) : 1;
  return {
    errors,
    budgetErrors: errors * part,
    ...(by === 'events' && { events: { total, bad } }),
    isUnread: false,
  };
}

/** A label that changed in between makes several series of one objective, each of which tells of a part of the window. */
function sumOf(
  rows: CalendarSpending['series'],
  wanted: 'errors' | 'total',
): number | undefined {
  const values = rows
    .filter(({ subject }) => subject === wanted)
    .map(({ value }) => fromMeasured(value));
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0)
    : undefined;
}
