import { errorBudget } from '@shopstack/plugin-slo-common';
import type { ClockedPrometheus } from '../../upstream/InstanceClock';
import { pickSeries } from '../pickSeries';
import { PART_LABEL, together } from '../promql';
import type { RecordedSlo } from '../records';
import {
  averageRatioOver,
  badEventsOver,
  eventsOverSpan,
  minutesWithData,
  type Spending,
} from '../spendingQueries';
import type { SpentSpan } from './spentSpans';

/** What an objective's budget is counted in. */
export interface SpentQuestion {
  slo: RecordedSlo;
  /** Percent. */
  objective: number;
  windowSeconds: number;
  spending: Spending;
}

/** Share of the whole budget of the window that was spent in a span. */
export interface SpentShare {
  index: number;
  share: number;
}

/**
 * What deployments spent, in one query for all of them.
 *
 * Where events are counted: `bad(span) / (budget * total(window))`, so that all spans of a window together give its
 * burn rate. Else by time: `average error ratio(span) * minutes with data(span) / (budget * minutes(window))`.
 *
 * @throws UpstreamError for every fault of Prometheus.
 */
export async function readSpent(
  question: SpentQuestion,
  spans: readonly SpentSpan[],
  { prometheus, clock }: ClockedPrometheus,
): Promise<SpentShare[]> {
  const parts = partsOf(question, spans, clock.now());
  if (!parts) return [];
  const { result } = await prometheus.query(together(parts));
  const values = new Map(
    parts.map(({ name }) => [
      name,
      pickSeries(
        result.filter(({ labels }) => labels[PART_LABEL] === name),
        {},
      )?.value,
    ]),
  );
  return spans.flatMap(({ index }) => {
    const share = shareOf(question, index, values);
    return share !== undefined && Number.isFinite(share)
      ? [{ index, share }]
      : [];
  });
}

function partsOf(
  { slo, spending, windowSeconds }: SpentQuestion,
  spans: readonly SpentSpan[],
  now: number,
): { name: string; promql: string }[] | undefined {
  const named = (name: string, promql: string | undefined) =>
    promql ? [{ name, promql }] : [];
  const measured = spans.flatMap(({ index, from, until }) => {
    const span = { seconds: Math.round((until ?? now) - from), until };
    return spending.by === 'events'
      ? named(`bad${index}`, badEventsOver(spending.events, span))
      : [
          ...named(`bad${index}`, averageRatioOver(slo, spending.by, span)),
          ...named(`minutes${index}`, minutesWithData(slo, spending.by, span)),
        ];
  });
  if (spending.by !== 'events') return measured;
  const total = eventsOverSpan(spending.events, { seconds: windowSeconds });
  return total && measured.length > 0
    ? [...named('total', total), ...measured]
    : undefined;
}

function shareOf(
  { objective, windowSeconds, spending }: SpentQuestion,
  index: number,
  values: ReadonlyMap<string, number | undefined>,
): number | undefined {
  const bad = values.get(`bad${index}`);
  const budget = errorBudget(objective);
  if (spending.by === 'events') {
    const total = values.get('total');
    // Without a series of errors there were none, as long as there were events at all.
    return total ? (bad ?? 0) / (budget * total) : undefined;
  }
  const minutes = values.get(`minutes${index}`);
  return bad === undefined || minutes === undefined
    ? undefined
    : (bad * minutes * 60) / (budget * windowSeconds);
}
