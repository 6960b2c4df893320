import { SLO_CHARTS, type SloChartName } from '@shopstack/plugin-slo-common';
import { promqlProblem } from '@shopstack/plugin-slo-common/rules';
import { burnThresholds } from '../alertThresholds';
import { together } from '../promql';
import { type ChartSubject, planChart } from './chartPlan';

const subject: ChartSubject = {
  slo: { instance: 'main', id: 'a-b"}', service: 'a', name: 'b', labels: {} },
  objective: 99.9,
  recordsTotal: false,
  events: {
    errors: 'sum(rate(x{code=~"5.."}[{{.window}}]))',
    total: 'sum(rate(x[{{.window}}]))',
  },
  latency: { buckets: 'y_bucket{a="b"}', isOwn: false },
  thresholds: burnThresholds(
    { objective: 99.9, windowSeconds: 30 * 86_400 },
    { records: new Map(), alerts: {} },
  ),
};

type Planned = Exclude<SloChartName, 'calendar'>;
const planned = SLO_CHARTS.filter(chart => chart !== 'calendar') as Planned[];

it.each(planned)('asks PromQL for %s at every step', chart => {
  for (const step of [15, 300, 3_600, 43_200, 604_800]) {
    const plan = planChart(chart, subject, step)!;
    expect(plan.parts.length).toBeGreaterThan(0);
    for (const { promql } of plan.parts) {
      expect([promql, promqlProblem(promql)]).toEqual([promql, undefined]);
    }
    expect(promqlProblem(together(plan.parts))).toBeUndefined();
  }
});

it('looks at a window that covers the step, so that nothing falls between two points', () => {
  const windowAt = (step: number) =>
    /ratio_rate(\w+)/.exec(
      planChart('sli', subject, step)!.parts[0].promql,
    )![1];
  expect([15, 300, 900, 3_600, 10_800, 86_400, 604_800].map(windowAt)).toEqual([
    '5m',
    '5m',
    '30m',
    '1h',
    '6h',
    '1d',
    '3d',
  ]);
});

it('draws requests as recorded where they are', () => {
  const recorded = { ...subject, recordsTotal: true, events: undefined };
  const of = (step: number) =>
    planChart('requests', recorded, step)!.parts[0].promql;
  expect(of(60)).toBe('slo:sli_total:rate5m{sloth_id="a-b\\"}"}');
  expect(of(3_600)).toBe(
    'avg_over_time(slo:sli_total:rate5m{sloth_id="a-b\\"}"}[1h])',
  );
});

it('makes a rate of what counts', () => {
  const counting = {
    ...subject,
    events: { errors: '', total: 'sum(increase(x[{{.window}}]))' },
  };
  expect(planChart('requests', counting, 60)!.parts[0].promql).toBe(
    'sum(sum(increase(x[5m]))) / 300',
  );
});

it('has nothing to draw of what nobody knows', () => {
  const bare = {
    ...subject,
    events: undefined,
    latency: undefined,
    thresholds: [],
  };
  expect(planChart('requests', bare, 60)).toBeUndefined();
  expect(planChart('latency', bare, 60)).toBeUndefined();
  expect(planChart('burn-page-slow', bare, 60)).toBeUndefined();
});
