import { prometheusDuration } from '@shopstack/plugin-slo-common';
import { countEvents, type EventQueries } from './eventQueries';
import { mapRanges } from './mapRanges';
import { recorded, recordedRatio, type RecordedSlo } from './records';

/** Ours: what each slice of time spends, for objectives that count slices. */
export const SLICE_RECORD = 'slo:sli_slice:error_ratio';

/**
 * How the budget that something spent is measured.
 *
 * - `events`: bad and all events are counted anew.
 * - `slices`: every recorded slice of time weighs the same.
 * - `ratio`: the recorded share of errors of 5 minutes; every 5 minutes with data weigh the same.
 */
export type Spending =
  | { by: 'events'; events: EventQueries }
  | { by: 'slices' }
  | { by: 'ratio' };

/** Part of the time: `seconds` long, until a moment (Unix seconds) or, without one, until the query is evaluated. */
export interface Span {
  seconds: number;
  until?: number;
}

/** Bad events of a span, or undefined where they cannot be counted. */
export function badEventsOver(
  { errors }: EventQueries,
  span: Span,
): string | undefined {
  const counted = countEvents(errors, span.seconds);
  return counted && `sum(${until(counted, span)})`;
}

/** All events of a span. */
export function eventsOverSpan(
  { total }: EventQueries,
  span: Span,
): string | undefined {
  const counted = countEvents(total, span.seconds);
  return counted && `sum(${until(counted, span)})`;
}

/** Average share of errors over the moments of a span that have data. */
export function averageRatioOver(
  slo: RecordedSlo,
  by: 'slices' | 'ratio',
  span: Span,
): string {
  return `max(${until(`avg_over_time(${overSpan(slo, by, span)})`, span)})`;
}

/** How many minutes of a span have data. */
export function minutesWithData(
  slo: RecordedSlo,
  by: 'slices' | 'ratio',
  span: Span,
): string {
  return `max(${until(`count_over_time(${overSpan(slo, by, span)})`, span)})`;
}

/** A spell without traffic is recorded as NaN in Sloth mode, and would make the whole span NaN. */
function overSpan(
  slo: RecordedSlo,
  by: 'slices' | 'ratio',
  { seconds }: Span,
): string {
  const series =
    by === 'slices' ? recorded(slo, SLICE_RECORD) : recordedRatio(slo, '5m');
  return `(${series} >= 0)[${prometheusDuration(seconds)}:1m]`;
}

/** Moves every range of the span's length to its end. */
function until(query: string, { seconds, until: end }: Span): string {
  if (end === undefined) return query;
  const own = prometheusDuration(seconds);
  return mapRanges(query, (duration, resolution) => {
    const range = `[${duration}${resolution}]`;
    return duration === own ? `${range} @ ${end}` : range;
  });
}
