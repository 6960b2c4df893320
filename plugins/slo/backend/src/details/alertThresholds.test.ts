import {
  generateRules,
  parseSloFile,
} from '@shopstack/plugin-slo-common/rules';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { burnThresholds } from './alertThresholds';
import type { SloRules } from './loadedRules';

const DAY = 86_400;

function alertRule(query: string, holdSeconds = 0): LoadedRule {
  return {
    kind: 'alerting',
    group: 'g',
    file: 'f',
    name: 'Alert',
    query,
    labels: {},
    annotations: {},
    holdSeconds,
    intervalSeconds: 30,
    health: 'ok',
  };
}

const none: SloRules = { records: new Map(), alerts: {} };

const rows = (thresholds: ReturnType<typeof burnThresholds>) =>
  thresholds.map(
    ({ severity, speed, shortWindow, longWindow, factor, threshold }) => [
      severity,
      speed,
      shortWindow,
      longWindow,
      factor,
      threshold,
    ],
  );

const FILE = `version: prometheus/v1
service: myservice
slos:
  - name: requests-availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(x{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(x[{{.window}}]))
    alerting: {name: High}
`;

describe('the thresholds of loaded rules', () => {
  it.each(['sloth', 'guarded'] as const)(
    'are those that the generator wrote in %s mode',
    mode => {
      const [document] = parseSloFile(FILE, { file: 'slo.yaml' }).documents;
      const alerts = generateRules(document, { mode })
        .flatMap(({ rules }) => rules)
        .flatMap(rule => ('alert' in rule ? [alertRule(rule.expr, 120)] : []));
      const [page, ticket] = alerts;
      const found = burnThresholds(
        { objective: 99.9, windowSeconds: 30 * DAY },
        { records: new Map(), alerts: { page, ticket } },
      );
      const budget = (100 - 99.9) / 100;
      expect(rows(found)).toEqual([
        ['page', 'quick', '5m', '1h', 14.4, 14.4 * budget],
        ['page', 'slow', '30m', '6h', 6, 6 * budget],
        ['ticket', 'quick', '2h', '1d', 3, 3 * budget],
        ['ticket', 'slow', '6h', '3d', 1, 1 * budget],
      ]);
      found.forEach((row, index) => {
        expect(row.budgetShare).toBeCloseTo([0.02, 0.05, 0.1, 0.1][index], 12);
        expect(row.holdSeconds).toBe(120);
      });
    },
  );

  it('are read as Prometheus prints rules, whatever the labels hold', () => {
    const labels = '{sloth_id="a}\\" > (1 * 2)",sloth_slo="b"}';
    const side = (window: string, factor: string) =>
      `max without (sloth_window) (slo:sli_error:ratio_rate${window}${labels} > (${factor} * 1e-05))`;
    const query = `${side('6h', '6')} and ${side('30m', '6')} or ${side('5m', '14.4')} and ${side('1h', '14.4')}`;
    const found = burnThresholds(
      { objective: 99.999, windowSeconds: 30 * DAY },
      { records: new Map(), alerts: { page: alertRule(query) } },
    );
    // The quick one first, the short window first; tickets as usual.
    expect(rows(found)).toEqual([
      ['page', 'quick', '5m', '1h', 14.4, 14.4 * 1e-5],
      ['page', 'slow', '30m', '6h', 6, 6 * 1e-5],
      ['ticket', 'quick', '2h', '1d', 3, expect.any(Number)],
      ['ticket', 'slow', '6h', '3d', 1, expect.any(Number)],
    ]);
  });

  it('are of windows that somebody chose', () => {
    const side = (window: string, factor: number) =>
      `max(slo:sli_error:ratio_rate${window}{sloth_id="x"} > (${factor} * 0.01)) without (sloth_window)`;
    const query = `(${side('1m30s', 20)} and ${side('15m', 20)}) or (${side('10m', 4)} and ${side('2h', 4)})`;
    const [quick, slow] = burnThresholds(
      { objective: 99, windowSeconds: 7 * DAY },
      { records: new Map(), alerts: { page: alertRule(query) } },
    );
    expect([quick.shortWindow, quick.longWindow, quick.factor]).toEqual([
      '1m30s',
      '15m',
      20,
    ]);
    expect([slow.shortWindow, slow.longWindow, slow.factor]).toEqual([
      '10m',
      '2h',
      4,
    ]);
  });
});

describe('without rules', () => {
  it.each([
    [30, [14.4, 6, 3, 1]],
    [28, [13.44, 5.6000000000000005, 2.8000000000000003, 0.9333333333333333]],
    [7, [3.36, 1.4, 0.7, 0.2333333333333333]],
  ])('are the usual ones of %s days', (days, factors) => {
    const found = burnThresholds(
      { objective: 99, windowSeconds: days * DAY },
      none,
    );
    found.forEach(({ factor }, index) =>
      expect(factor).toBeCloseTo(factors[index], 12),
    );
    expect(found.map(({ holdSeconds }) => holdSeconds)).toEqual([0, 0, 0, 0]);
  });

  it('takes rules that compare something else for none', () => {
    const found = burnThresholds(
      { objective: 99, windowSeconds: 30 * DAY },
      { records: new Map(), alerts: { page: alertRule('up == 0') } },
    );
    expect(found.map(({ factor }) => factor)).toEqual([14.4, 6, 3, 1]);
  });
});
