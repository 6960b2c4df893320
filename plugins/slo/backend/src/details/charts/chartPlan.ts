import {
  errorBudget,
  prometheusDuration,
  type SloChart,
  type SloChartName,
} from '@shopstack/plugin-slo-common';
import { withWindow } from '@shopstack/plugin-slo-common/rules';
import type { BurnThreshold } from '../alertThresholds';
import { countEvents, type EventQueries } from '../eventQueries';
import { type LatencyHistogram, quantileQuery } from '../latencyHistogram';
import {
  BUDGET_REMAINING_RECORD,
  recorded,
  recordedRatio,
  type RecordedSlo,
  TOTAL_RATE_RECORD,
  windowForStep,
} from '../records';

/** What is known of an objective when one of its charts is drawn. */
export interface ChartSubject {
  slo: RecordedSlo;
  /** Percent. */
  objective: number;
  /** True when `slo:sli_total:rate5m` is recorded. */
  recordsTotal: boolean;
  events?: EventQueries;
  latency?: LatencyHistogram;
  thresholds: readonly BurnThreshold[];
}

/** How a chart is asked for: one query for each series, and lines that need none. */
export interface ChartPlan {
  unit: SloChart['unit'];
  /** `subject` as in `SloQuery`. */
  parts: { name: string; subject: string; promql: string }[];
  levels: { name: string; value: number }[];
}

/** The shortest window in which a rate of what is scraped each minute means something. */
const SHORTEST_WINDOW = 300;

const QUANTILES = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p99', 0.99],
] as const;

/** The plan of a chart for points that are `step` seconds apart; undefined when the objective has nothing for it. */
export function planChart(
  chart: Exclude<SloChartName, 'calendar'>,
  subject: ChartSubject,
  step: number,
): ChartPlan | undefined {
  const { slo, latency } = subject;
  const ratio = recordedRatio(slo, windowForStep(step));
  switch (chart) {
    case 'budget':
      return single('share', 'remaining', 'budget', budgetQuery(slo));
    case 'sli':
      return single('share', 'sli', 'sli', `1 - ${ratio}`);
    case 'errors':
      return single('share', 'errors', 'errors', ratio);
    case 'requests': {
      const promql = requestsQuery(subject, step);
      return promql
        ? single('per-second', 'total', 'total', promql)
        : undefined;
    }
    case 'latency':
      return latency && latencyPlan(latency, step);
    default:
      return burnPlan(chart, subject);
  }
}

/** What is left of the budget, as the rules record it. */
export function budgetQuery(slo: RecordedSlo): string {
  return recorded(slo, BUDGET_REMAINING_RECORD);
}

function single(
  unit: ChartPlan['unit'],
  name: string,
  subject: string,
  promql: string,
): ChartPlan {
  return { unit, parts: [{ name, subject, promql }], levels: [] };
}

/** Events a second: as recorded, averaged over the step where that is longer, else counted anew. */
function requestsQuery(
  { slo, recordsTotal, events }: ChartSubject,
  step: number,
): string | undefined {
  const seconds = Math.max(SHORTEST_WINDOW, step);
  const window = prometheusDuration(seconds);
  if (recordsTotal) {
    const record = recorded(slo, TOTAL_RATE_RECORD);
    return seconds > SHORTEST_WINDOW
      ? `avg_over_time(${record}[${window}])`
      : record;
  }
  const counted = events && countEvents(events.total, seconds);
  if (!counted) return undefined;
  const filled = withWindow(events.total, window);
  return counted === filled ? `sum(${filled}) / ${seconds}` : `sum(${filled})`;
}

function latencyPlan(latency: LatencyHistogram, step: number): ChartPlan {
  const window = prometheusDuration(Math.max(SHORTEST_WINDOW, step));
  return {
    unit: 'seconds',
    parts: QUANTILES.map(([name, quantile]) => ({
      name,
      subject: name,
      promql: quantileQuery(latency, quantile, window),
    })),
    levels: [],
  };
}

/** The two burn rates of a row, exactly as its alert compares them, and what it compares them with. */
function burnPlan(
  chart: string,
  { slo, objective, thresholds }: ChartSubject,
): ChartPlan | undefined {
  const row = thresholds.find(
    ({ severity, speed }) => chart === `burn-${severity}-${speed}`,
  );
  if (!row) return undefined;
  const burn = (window: string) =>
    `${recordedRatio(slo, window)} / ${errorBudget(objective)}`;
  return {
    unit: 'burn-rate',
    parts: [
      { name: 'short', subject: 'short', promql: burn(row.shortWindow) },
      { name: 'long', subject: 'long', promql: burn(row.longWindow) },
    ],
    levels: [{ name: 'threshold', value: row.factor }],
  };
}
