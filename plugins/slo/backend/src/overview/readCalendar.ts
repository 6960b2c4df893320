import { PART_LABEL, quoteLabel, together } from '../details/promql';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import type { Sample } from '../upstream/PrometheusReader';
import {
  COUNTED_BY,
  type CountedBy,
  calendarQuery,
  countedBy,
} from './calendarQuery';
import type { CalendarStart } from './calendarStarts';
import type { CalendarSpending } from './InstanceOverview';
import { toMeasured } from './measured';

/** What the objectives of a calendar window were counted by, and which they are. */
export type CountedIds = [by: CountedBy, ids: string[]][];

/** The ids of objectives, each once, by what their windows are counted by. */
export function countedIds({ slos }: CalendarStart): CountedIds {
  return COUNTED_BY.flatMap((by): CountedIds => {
    const own = slos.filter(slo => countedBy(slo) === by).map(({ id }) => id);
    return own.length > 0 ? [[by, [...new Set(own)]]] : [];
  });
}

/**
 * Reads what objectives have spent since their calendar window began, in one query.
 *
 * @throws UpstreamError for every fault of Prometheus.
 */
export async function readCalendar(
  startedAt: string,
  counted: CountedIds,
  { prometheus, clock }: Pick<ClockedPrometheus, 'prometheus' | 'clock'>,
): Promise<CalendarSpending> {
  const time = Math.floor(clock.now());
  const elapsedSeconds = Math.max(1, time - Date.parse(startedAt) / 1000);
  const parts = counted.flatMap(([by, ids]) => {
    const matchers = `{sloth_id=~${quoteLabel(ids.map(escapeRegex).join('|'))}}`;
    const { errors, total } = calendarQuery(by, matchers, elapsedSeconds);
    return [
      { name: `${by} errors`, promql: errors },
      { name: `${by} total`, promql: total },
    ];
  });
  const { result, warnings } = await prometheus.query(together(parts), {
    time,
  });
  return {
    startedAt,
    elapsedSeconds,
    series: result.flatMap(toRow),
    warnings,
  };
}

function toRow({ labels, value }: Sample): CalendarSpending['series'] {
  const { sloth_id: id, [PART_LABEL]: part, ...others } = labels;
  const by = COUNTED_BY.find(each => part?.startsWith(each));
  return id && by
    ? [
        {
          id,
          labels: others,
          by,
          subject: part.endsWith('errors') ? 'errors' : 'total',
          value: toMeasured(value),
        },
      ]
    : [];
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
