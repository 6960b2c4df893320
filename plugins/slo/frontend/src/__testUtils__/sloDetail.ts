import type {
  SloBurnWindow,
  SloChart,
  SloChartName,
  SloDeployment,
  SloDetail,
} from '@shopstack/plugin-slo-common';
import { slo } from './slos';

/** A row of the burn table at rest. */
export const burnWindow = (
  part: Partial<SloBurnWindow> = {},
): SloBurnWindow => ({
  severity: 'page',
  speed: 'quick',
  shortWindow: '5m',
  longWindow: '1h',
  factor: 14.4,
  threshold: 0.0144,
  budgetShare: 0.02,
  short: 0.31,
  long: 0.28,
  word: 'acceptable',
  exhaustsInSeconds: 56 * 86_400,
  holdSeconds: 0,
  ...part,
});

/** An objective that holds, in depth. */
export const sloDetail = (part: Partial<SloDetail> = {}): SloDetail => ({
  ...slo(),
  burnWindows: [
    burnWindow(),
    burnWindow({
      severity: 'ticket',
      speed: 'slow',
      shortWindow: '6h',
      longWindow: '3d',
      factor: 1,
      threshold: 0.001,
      budgetShare: 0.1,
    }),
  ],
  queries: [
    {
      subject: 'sli',
      promql: '1 - slo:sli_error:ratio_rate30d{sloth_id="orders-availability"}',
      url: 'https://prometheus.example/graph?g0.expr=sli',
    },
  ],
  links: [
    {
      kind: 'runbook',
      title: 'Runbook',
      url: 'https://runbooks.example/orders',
    },
  ],
  charts: ['budget', 'requests', 'errors', 'burn-page-quick', 'calendar'],
  ...part,
});

const SERIES: Partial<Record<SloChartName, string[]>> = {
  budget: ['remaining'],
  requests: ['total'],
  errors: ['errors'],
  calendar: ['remaining', 'ideal'],
};

const UNITS: Partial<Record<SloChartName, SloChart['unit']>> = {
  budget: 'share',
  requests: 'per-second',
  errors: 'share',
  calendar: 'share',
};

/** Three minutes of a chart, all series with the same values. */
export const sloChart = (
  chart: SloChartName,
  values: (number | null)[] = [0.5, null, 0.25],
): SloChart => ({
  chart,
  times: values.map((_value, index) => 1_795_000_000 + index * 60),
  stepSeconds: 60,
  unit: UNITS[chart] ?? 'burn-rate',
  series: (SERIES[chart] ?? ['short', 'long']).map(name => ({ name, values })),
  queries: [
    {
      subject: chart,
      promql: `slo:${chart}`,
      url: 'https://prometheus.example',
    },
  ],
  warnings: [],
});

/** A deployment that spent little. */
export const deployment = (
  part: Partial<SloDeployment> = {},
): SloDeployment => ({
  at: '2026-11-18T10:00:00.000Z',
  application: 'orders-prod',
  environment: 'prod',
  revision: '4f2a9c1'.padEnd(40, '0'),
  message: 'orders: round prices half-up\n\nMore of it',
  author: 'team-checkout <team-checkout@example.com>',
  url: 'https://argocd.example/applications/orders-prod',
  budgetSpent: 0.02,
  ...part,
});
