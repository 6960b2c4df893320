import type { SloSummary } from '@shopstack/plugin-slo-common';
import { calendarStarts } from '../../overview/calendarStarts';
import { joinOverview } from '../../overview/joinOverview';
import { countedIds, readCalendar } from '../../overview/readCalendar';
import { readOverview } from '../../overview/readOverview';
import { InstanceClock, withClock } from '../../upstream/InstanceClock';
import type { PrometheusReader } from '../../upstream/PrometheusReader';

/** All objectives of a Prometheus as lists show them, those of calendar windows too; nothing is kept. */
export async function summarizeOverview(
  reader: PrometheusReader,
  now?: () => number,
): Promise<SloSummary[]> {
  const upstream = withClock(reader, new InstanceClock(now));
  const overview = await readOverview(upstream.prometheus, now);
  const { read, unread } = calendarStarts(overview, Infinity);
  const spent = await Promise.all(
    read.map(start =>
      readCalendar(start.startedAt, countedIds(start), upstream),
    ),
  );
  return joinOverview(
    reader.instance,
    { overview, calendars: { spent, unread } },
    () => undefined,
  );
}
