import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { formatDuration } from '@shopstack/plugin-slo-common';
import type { CalendarReadings } from './Calendars';
import type { InstanceOverview } from './InstanceOverview';

/** A clock that differs by less than this harms nobody. */
const NEGLIGIBLE_SKEW_SECONDS = 60;

/**
 * The state of a source with what is wrong with an answer that came: one that Prometheus warned of is not the whole, and
 * so `stale`; another clock and what was left out are told beside `ok`. A fault is told as it is.
 */
export function withNotes(
  status: SourceStatus,
  overview: InstanceOverview | undefined,
  { spent, troubles }: Pick<CalendarReadings, 'spent' | 'troubles'>,
): SourceStatus {
  if (status.state !== 'ok' || !overview) {
    return status;
  }
  const { omissions } = overview;
  const warnings = [
    ...new Set([overview, ...spent].flatMap(each => each.warnings)),
  ];
  const notes = [
    ...(warnings.length > 0
      ? [`A part may be missing, Prometheus warns: ${warnings.join('; ')}`]
      : []),
    ...omissions,
    ...troubles.map(
      ({ startedAt, reason }) =>
        `What was spent since ${startedAt.slice(0, 16)} UTC could not be read: ${reason}`,
    ),
    ...skewNote(overview.aheadSeconds ?? 0),
  ];
  if (notes.length === 0) {
    return status;
  }
  return {
    ...status,
    // What is missing says so itself; what is old does not.
    state:
      warnings.length > 0 || troubles.some(({ state }) => state === 'stale')
        ? 'stale'
        : 'ok',
    reason: notes.join('. '),
  };
}

function skewNote(aheadSeconds: number): string[] {
  const difference = Math.abs(aheadSeconds);
  if (difference < NEGLIGIBLE_SKEW_SECONDS) {
    return [];
  }
  const direction = aheadSeconds > 0 ? 'ahead of' : 'behind';
  return [
    `Its clock is ${roughly(difference)} ${direction} the portal's; times are by its clock`,
  ];
}

const UNITS = [86_400, 3_600, 60];

/** In the largest unit of which there are two: `3h`, `90m`. */
function roughly(seconds: number): string {
  const unit = UNITS.find(each => seconds >= 2 * each) ?? 60;
  return formatDuration(Math.round(seconds / unit) * unit);
}
