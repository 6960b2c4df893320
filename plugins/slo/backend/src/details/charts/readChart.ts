import type {
  SloChart,
  SloChartName,
  SloQuery,
} from '@shopstack/plugin-slo-common';
import type { ClockedPrometheus } from '../../upstream/InstanceClock';
import { pickSeries } from '../pickSeries';
import { PART_LABEL, together } from '../promql';
import {
  calendarSeries,
  type CalendarQuestion,
  planCalendar,
} from './calendarPlan';
import { gridTimes, onGrid } from './ChartGrid';
import { type ChartSubject, planChart } from './chartPlan';
import { gridOf, type ParsedRange } from './chartRange';

/** A chart of one objective. All of it stands in the key under which the chart is kept. */
export interface ChartQuestion {
  chart: SloChartName;
  subject: ChartSubject;
  range: ParsedRange;
  calendar: CalendarQuestion;
}

/** Makes the address of a query in Prometheus. */
export type QueryUrl = (promql: string) => string | undefined;

/**
 * Reads one chart with exactly one range query; undefined when the objective has nothing for it.
 *
 * @throws UpstreamError for every fault of Prometheus.
 */
export async function readChart(
  question: ChartQuestion,
  upstream: ClockedPrometheus,
  queryUrl: QueryUrl,
): Promise<SloChart | undefined> {
  return question.chart === 'calendar'
    ? readCalendar(question, upstream, queryUrl)
    : readPlanned(question, upstream, queryUrl);
}

async function readPlanned(
  { chart, subject, range, calendar }: ChartQuestion,
  { prometheus, clock }: ClockedPrometheus,
  queryUrl: QueryUrl,
): Promise<SloChart | undefined> {
  const grid = gridOf(range, clock.now(), calendar.timeZone);
  const plan = planChart(
    chart as Exclude<SloChartName, 'calendar'>,
    subject,
    grid.step,
  );
  if (!plan) return undefined;
  const [first, ...more] = plan.parts;
  const { result, warnings } = await prometheus.queryRange(
    more.length === 0 ? first.promql : together(plan.parts),
    grid,
  );
  const times = gridTimes(grid);
  const measured = plan.parts.map(({ name }) => {
    const own =
      more.length === 0
        ? result
        : result.filter(({ labels }) => labels[PART_LABEL] === name);
    const points = pickSeries(own, subject.slo.labels)?.points ?? [];
    return { name, values: onGrid(points, grid) };
  });
  const levels = plan.levels.map(({ name, value }) => ({
    name,
    values: times.map(() => value),
  }));
  return {
    chart,
    times,
    stepSeconds: grid.step,
    unit: plan.unit,
    series: [...measured, ...levels],
    queries: plan.parts.map(part => toQuery(part, queryUrl)),
    warnings,
  };
}

async function readCalendar(
  { subject: { slo, objective }, calendar }: ChartQuestion,
  { prometheus, clock }: ClockedPrometheus,
  queryUrl: QueryUrl,
): Promise<SloChart> {
  const now = clock.now();
  const plan = planCalendar(slo, calendar, now);
  const { grid, promql } = plan;
  const { result, warnings } = await prometheus.queryRange(promql, {
    ...grid,
    // At least one point: a window that began just now has none yet.
    end: Math.max(grid.start, Math.min(grid.end, now)),
  });
  return {
    chart: 'calendar',
    times: gridTimes(grid),
    stepSeconds: grid.step,
    unit: 'share',
    series: calendarSeries(
      plan,
      objective,
      pickSeries(result, slo.labels)?.points ?? [],
    ),
    queries: [toQuery({ subject: 'errors', promql }, queryUrl)],
    warnings,
  };
}

function toQuery(
  { subject, promql }: { subject: string; promql: string },
  queryUrl: QueryUrl,
): SloQuery {
  const url = queryUrl(promql);
  return { subject, promql, ...(url && { url }) };
}
