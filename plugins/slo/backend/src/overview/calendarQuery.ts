import { prometheusDuration } from '@shopstack/plugin-slo-common';
import type { RecordedSlo } from './InstanceOverview';
import { SLI_PREFIX } from './queries';

/**
 * What the spending of a calendar window is counted by.
 *
 * - `events`: each weighs the same, by the share of errors and the number of events of every 5 minutes.
 * - `slices`: every minute weighs what its slice of time spent.
 * - `ratio`: where nobody recorded how many events there were, every 5 minutes with data weigh the same.
 */
export type CountedBy = 'events' | 'slices' | 'ratio';

export const COUNTED_BY: readonly CountedBy[] = ['events', 'slices', 'ratio'];

/** The PromQL of what was bad in a window so far, and of all that there was: their quotient is the share of errors. */
export type CalendarQuery = Record<'errors' | 'total', string>;

const FIVE_MINUTES = 300;
const RATIO = `${SLI_PREFIX}5m`;
/** Ours: events a second, and what a slice of time spends. */
const TOTAL = 'slo:sli_total:rate5m';
const SLICE = 'slo:sli_slice:error_ratio';

/** How the calendar window of an objective is counted: rules that count events record those of the period as well. */
export function countedBy({
  budgeting,
  total,
}: Pick<RecordedSlo, 'budgeting' | 'total'>): CountedBy {
  if (budgeting === 'timeslices') return 'slices';
  return total === undefined ? 'ratio' : 'events';
}

/**
 * Counts the last so many seconds from recorded series alone. What is not a number spends nothing, and moments of which
 * the share of errors is not known count neither way.
 *
 * @param matchers - of the series, in braces
 */
export function calendarQuery(
  by: CountedBy,
  matchers: string,
  seconds: number,
): CalendarQuery {
  const ratio = `(${RATIO}${matchers} >= 0)`;
  switch (by) {
    case 'events': {
      const total = `${TOTAL}${matchers}`;
      const sum = (events: string) =>
        `${FIVE_MINUTES} * sum_over_time((${events})${since(seconds, '5m')})`;
      return {
        errors: sum(`${ratio} * ${total}`),
        total: sum(`${total} and ${ratio}`),
      };
    }
    case 'slices':
      return momentsOf(`(${SLICE}${matchers} >= 0)${since(seconds, '1m')}`);
    default:
      return momentsOf(`${ratio}${since(seconds, '5m')}`);
  }
}

function momentsOf(range: string): CalendarQuery {
  return {
    errors: `sum_over_time(${range})`,
    total: `count_over_time(${range})`,
  };
}

/** What is recorded at the first moment tells of the time before it. */
function since(seconds: number, step: string): string {
  return `[${prometheusDuration(Math.max(1, seconds - 1))}:${step}]`;
}
