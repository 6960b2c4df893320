import type { ClockedPrometheus } from '../upstream/InstanceClock';
import { pickSeries } from './pickSeries';
import { PART_LABEL, together } from './promql';
import type { WindowedSlo } from './records';
import {
  averageRatioOver,
  badEventsOver,
  eventsOverSpan,
  minutesWithData,
  type Spending,
} from './spendingQueries';

/** What was counted over a rolling window. */
export interface WindowSpending {
  /** Events, or minutes of time with data. */
  total: number;
  bad: number;
  /** What Prometheus warned of: a part may be missing. */
  warnings: string[];
}

/** The PromQL that counts a window. */
export type SpendingQuery = { subject: 'total' | 'errors'; promql: string };

/**
 * Counts the whole of a window in one query: events, or moments where the objective counts time. Undefined without data.
 *
 * @throws UpstreamError for every fault of Prometheus.
 */
export async function readSpending(
  slo: WindowedSlo,
  spending: Spending,
  { prometheus }: ClockedPrometheus,
): Promise<WindowSpending | undefined> {
  const queries = spendingQueries(slo, spending);
  if (!queries) return undefined;
  const { result, warnings } = await prometheus.query(
    together(queries.map(({ subject, promql }) => ({ name: subject, promql }))),
  );
  const valueOf = (subject: string) =>
    pickSeries(
      result.filter(({ labels }) => labels[PART_LABEL] === subject),
      {},
    )?.value;
  const total = valueOf('total');
  // No series of errors is no error; no series of events is no data.
  const errors = valueOf('errors') ?? 0;
  if (!isCount(total) || !Number.isFinite(errors)) return undefined;
  const bad = spending.by === 'events' ? errors : errors * total;
  return { total, bad, warnings };
}

/** The queries of a rolling window; undefined where its events cannot be counted. */
export function spendingQueries(
  slo: WindowedSlo,
  spending: Spending,
): SpendingQuery[] | undefined {
  const { seconds } = slo.window;
  if (spending.by !== 'events') {
    return [
      {
        subject: 'total',
        promql: minutesWithData(slo, spending.by, { seconds }),
      },
      {
        subject: 'errors',
        promql: averageRatioOver(slo, spending.by, { seconds }),
      },
    ];
  }
  const total = eventsOverSpan(spending.events, { seconds });
  const errors = badEventsOver(spending.events, { seconds });
  return total && errors
    ? [
        { subject: 'total', promql: total },
        { subject: 'errors', promql: errors },
      ]
    : undefined;
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}
