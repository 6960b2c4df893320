import { splitRatio } from '../promql';
import { documentOf, SLIS } from './__testUtils__/documents';
import type { GeneratorOptions } from './GeneratorOptions';
import type { AlertingRule, RecordingRule } from './RuleGroup';
import { generateRules } from './generateRules';

const DAY = 86_400;
const rules = (
  slo: Parameters<typeof documentOf>[0] = {},
  options: Partial<GeneratorOptions> = {},
) => generateRules(documentOf(slo), options).flatMap(group => group.rules);
const record = (name: string, ...parameters: Parameters<typeof rules>) =>
  rules(...parameters).find(
    rule => 'record' in rule && rule.record === name,
  ) as RecordingRule | undefined;
const alert = (
  severity: 'page' | 'ticket',
  ...parameters: Parameters<typeof rules>
) =>
  rules(...parameters).find(
    rule => 'alert' in rule && rule.labels.sloth_severity === severity,
  ) as AlertingRule;
const factors = ({ expr }: AlertingRule) => [
  ...new Set([...expr.matchAll(/> \((\S+) \*/g)].map(match => match[1])),
];
const month = {
  kind: 'calendar',
  unit: 'month',
  count: 1,
  startTime: '2024-01-01T00:00:00',
  timeZone: 'Europe/Berlin',
} as const;

describe('guarded mode', () => {
  it('is the mode that is not asked for', () => {
    expect(record('sloth_slo_info')!.labels.sloth_mode).toBe(
      'shopstack-guarded',
    );
  });

  it('asks the period of the queries, weighed by events', () => {
    expect(record('slo:sli_error:ratio_rate30d')!.expr).toBe(
      `(
  (sum(rate(requests_total{job="checkout",code=~"5.."}[30d])))
  or
  0 * (sum(rate(requests_total{job="checkout"}[30d])))
)
/
((sum(rate(requests_total{job="checkout"}[30d]))) > 0)
`,
    );
  });

  it.each(Object.keys(SLIS).filter(kind => kind !== 'raw opaque'))(
    'can be taken apart again: %s',
    kind => {
      const parts = splitRatio(
        record('slo:sli_error:ratio_rate5m', { sli: SLIS[kind] })!.expr,
      );
      expect(parts?.total).toMatch(/^sum\b/);
      expect(parts?.errors).toMatch(/sum\b/);
    },
  );

  it('is laid out to be read, but for strings that span lines', () => {
    expect(record('slo:sli_error:ratio_rate5m', { sli: SLIS.latency })!.expr)
      .toBe(`(
  (
    (sum(rate(latency_count{job="checkout"}[5m])))
    -
    ((sum(rate(latency_bucket{job="checkout",le="0.4"}[5m]))) or 0 * (sum(rate(latency_count{job="checkout"}[5m]))))
  )
  or
  0 * (sum(rate(latency_count{job="checkout"}[5m])))
)
/
((sum(rate(latency_count{job="checkout"}[5m]))) > 0)
`);
    const sli = {
      kind: 'events',
      errorQuery: 'bad{path=`a\nb`}[{{.window}}]',
      totalQuery: 'all[{{.window}}]',
    } as const;
    expect(record('slo:sli_error:ratio_rate5m', { sli })!.expr).toContain(
      'bad{path=`a\nb`}[5m]',
    );
  });

  it('leaves a ratio that it cannot take apart as it is, without a guard', () => {
    const slo = { sli: SLIS['raw opaque'] };
    expect(record('slo:sli_error:ratio_rate5m', slo)!.expr).toBe(
      '(avg(avg_over_time(probe_failed[5m])))',
    );
    expect(record('slo:sli_total:increase30d', slo)).toBeUndefined();
    expect(alert('page', slo).expr).not.toContain('sli_total');
  });

  it('counts the events of the period and of the long windows that alert', () => {
    const totals = (...parameters: Parameters<typeof rules>) =>
      rules(...parameters).flatMap(rule =>
        'record' in rule && rule.record.startsWith('slo:sli_total:')
          ? [[rule.record.slice(14), rule.labels.sloth_window]]
          : [],
      );
    expect(totals()).toEqual([
      ['increase1h', '1h'],
      ['increase6h', '6h'],
      ['increase1d', '1d'],
      ['increase3d', '3d'],
      ['increase30d', '30d'],
      ['rate5m', '5m'],
    ]);
    expect(totals({}, { disableAlerts: true })).toEqual([
      ['increase30d', '30d'],
      ['rate5m', '5m'],
    ]);
    expect(record('slo:sli_total:increase30d')!.expr).toBe(
      '(sum(rate(requests_total{job="checkout"}[30d]))) * 2592000',
    );
    expect(
      record('slo:sli_total:rate5m', { sli: SLIS['by cluster'] })!.expr,
    ).toBe('(sum by (cluster) (increase(requests_total[5m]))) / 300');
  });

  it('guards both branches of an alert by the events of their long windows', () => {
    const guards = alert('page').expr.match(/sli_total:increase\w+/g);
    expect([...new Set(guards)]).toEqual([
      'sli_total:increase1h',
      'sli_total:increase6h',
    ]);
  });

  it('keeps the burn rates of 30 days for other periods', () => {
    for (const seconds of [7 * DAY, 14 * DAY, 90 * DAY, 365 * DAY]) {
      const slo = { timeWindow: { kind: 'rolling', seconds } } as const;
      expect(factors(alert('page', slo))).toEqual(['14.4', '6']);
      expect(factors(alert('ticket', slo))).toEqual(['3', '1']);
    }
    expect(
      factors(alert('page', {}, { defaultPeriodSeconds: 28 * DAY })),
    ).toEqual(['13.44', '5.6']);
  });

  it('refuses a period for which there are no sensible windows', () => {
    expect(() =>
      rules({ timeWindow: { kind: 'rolling', seconds: DAY } }),
    ).toThrow('there are no alert windows for a period of 1d');
  });

  it.each([
    [month, '30d', 30, 'month'],
    [{ ...month, unit: 'quarter' } as const, '90d', 90, 'quarter'],
    [{ ...month, unit: 'year' } as const, '1y', 365, 'year'],
    [{ ...month, unit: 'week', count: 2 } as const, '2w', 14, '2 weeks'],
  ])(
    'sees a rolling window of the usual length for %j',
    (timeWindow, window, days, text) => {
      expect(
        record(`slo:sli_error:ratio_rate${window}`, { timeWindow }),
      ).toBeDefined();
      expect(record('slo:time_period:days', { timeWindow })!.expr).toBe(
        `vector(${days})`,
      );
      expect(record('sloth_slo_info', { timeWindow })!.labels).toMatchObject({
        slo_window: text,
        slo_window_kind: 'calendar',
        slo_window_start: '2024-01-01T00:00:00',
        slo_time_zone: 'Europe/Berlin',
      });
    },
  );

  it('records slices of time and takes windows from them', () => {
    const slo = {
      budgeting: {
        method: 'timeslices',
        sliceSeconds: 900,
        sliceTarget: 0.95,
      },
    } as const;
    const series =
      'slo:sli_slice:error_ratio{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"}';
    expect(record('slo:sli_slice:error_ratio', slo)!.expr).toMatch(
      /^1 - \([^]*\[15m\][^]*\) < bool 0\.95\n$/,
    );
    expect(record('slo:sli_error:ratio_rate1h', slo)!.expr).toBe(
      `avg_over_time(${series}[1h:15m])`,
    );
    // A window that is shorter than a slice is the last slice.
    expect(record('slo:sli_error:ratio_rate5m', slo)!.expr).toBe(
      `avg_over_time(${series}[15m:15m])`,
    );
    expect(record('slo:sli_total:increase30d', slo)!.expr).toBe(
      `count_over_time(${series}[30d:15m])`,
    );
    expect(record('sloth_slo_info', slo)!.labels.slo_budgeting).toBe(
      'timeslices',
    );
  });

  it('leaves the labels of the information alone where nothing is special', () => {
    expect(Object.keys(record('sloth_slo_info')!.labels).sort()).toEqual([
      'category',
      'sloth_id',
      'sloth_mode',
      'sloth_objective',
      'sloth_service',
      'sloth_slo',
      'sloth_spec',
      'sloth_version',
      'team',
    ]);
  });
});
