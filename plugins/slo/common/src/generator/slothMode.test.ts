import { SLOTH_WINDOWS_30D } from '../domain';
import { documentOf, sloOf } from './__testUtils__/documents';
import type { GeneratorOptions } from './GeneratorOptions';
import type { AlertingRule, RecordingRule } from './RuleGroup';
import { generateRules } from './generateRules';
import { toPlainRules } from './toPlainRules';

const DAY = 86_400;
const sloth = (
  slo: Parameters<typeof documentOf>[0] = {},
  options: Partial<GeneratorOptions> = {},
) => generateRules(documentOf(slo), { mode: 'sloth', ...options });
const recordings = (...parameters: Parameters<typeof sloth>) =>
  sloth(...parameters).flatMap(
    ({ rules }) => rules.filter(rule => 'record' in rule) as RecordingRule[],
  );
const alerts = (...parameters: Parameters<typeof sloth>) =>
  sloth(...parameters).flatMap(
    ({ rules }) => rules.filter(rule => 'alert' in rule) as AlertingRule[],
  );
const record = (name: string, ...parameters: Parameters<typeof sloth>) =>
  recordings(...parameters).find(rule => rule.record === name)!;

describe('sloth mode', () => {
  it('says how often a group is evaluated, where the objective does', () => {
    const intervals = { sli: 240, alerts: 90 };
    expect(
      sloth({ intervals }).map(({ intervalSeconds }) => intervalSeconds),
    ).toEqual([240, undefined, 90]);
    expect(toPlainRules(sloth({ intervals }))).toContain(
      'alerts-checkout-availability\n    interval: 1m30s\n    rules:',
    );
    expect(toPlainRules(sloth())).not.toContain('interval');
  });

  it('weighs the errors of a window by its traffic for the plugin that does', () => {
    const corrected = {
      denominatorCorrected: true,
      sli: {
        kind: 'events',
        errorQuery: 'sum(rate(bad[{{.window}}]))',
        totalQuery: 'sum(rate(all[{{.window}}]))',
      },
    } as const;
    const selector =
      '{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"}';
    for (const window of ['5m', '30d']) {
      expect(record(`slo:sli_error:ratio_rate${window}`, corrected).expr).toBe(
        `(\nslo:numerator_correction:ratio${window}${selector}\n* on()\nsum(rate(bad[${window}]))\n)\n/\n(sum(rate(all[${window}])))\n`,
      );
      expect(
        record(`slo:numerator_correction:ratio${window}`, corrected).expr,
      ).toBe(`(sum(rate(all[${window}])))/(sum(rate(all[30d])))`);
    }
    expect(
      recordings(corrected)
        .slice(-8)
        .map(rule => rule.record.replace(/^.*ratio/, '')),
    ).toEqual(['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d']);
    expect(() =>
      generateRules(documentOf(corrected), { mode: 'guarded' }),
    ).toThrow('for the sloth mode');
  });

  it('writes groups, rules, labels and numbers as Sloth does', () => {
    const short = {
      sli: {
        kind: 'events',
        errorQuery: 'sum(rate(bad[{{.window}}]))',
        totalQuery: 'sum(rate(all[{{.window}}]))',
      },
      labels: { team: 'checkout' },
      alerting: {
        ...sloOf().alerting,
        page: { disable: true, labels: {}, annotations: {} },
      },
    } as const;
    const text = toPlainRules(sloth(short));
    expect(text.split('\n').slice(0, 15).join('\n')).toBe(
      `# Generated from a file of service level objectives. Edit that file, not this one.
groups:
  - name: sloth-slo-sli-recordings-checkout-availability
    rules:
      - record: slo:sli_error:ratio_rate5m
        expr: |
          (sum(rate(bad[5m])))
          /
          (sum(rate(all[5m])))
        labels:
          sloth_id: checkout-availability
          sloth_service: checkout
          sloth_slo: availability
          sloth_window: 5m
          team: checkout`,
    );
    expect(text).toContain(`
      - record: slo:sli_error:ratio_rate30d
        expr: |
          sum_over_time(slo:sli_error:ratio_rate5m{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"}[30d])
          / ignoring (sloth_window)
          count_over_time(slo:sli_error:ratio_rate5m{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"}[30d])
        labels:
          sloth_id: checkout-availability
          sloth_service: checkout
          sloth_slo: availability
          sloth_window: 30d
          team: checkout
  - name: sloth-slo-meta-recordings-checkout-availability
    rules:
      - record: slo:objective:ratio
        expr: vector(0.9990000000000001)
        labels:
          sloth_id: checkout-availability
          sloth_service: checkout
          sloth_slo: availability
          team: checkout
      - record: slo:error_budget:ratio
        expr: vector(1-0.9990000000000001)
`);
    expect(text).toContain(`
      - record: slo:period_error_budget_remaining:ratio
        expr: 1 - slo:period_burn_rate:ratio{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"}
`);
    expect(text).toContain(`
      - record: sloth_slo_info
        expr: vector(1)
        labels:
          sloth_id: checkout-availability
          sloth_mode: cli-gen-prom
          sloth_objective: "99.9"
          sloth_service: checkout
          sloth_slo: availability
          sloth_spec: prometheus/v1
          sloth_version: dev
          team: checkout
  - name: sloth-slo-alerts-checkout-availability
    rules:
      - alert: CheckoutErrors
        expr: |
          (
              max(slo:sli_error:ratio_rate2h{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"} > (3 * 0.0009999999999999432)) without (sloth_window)
              and
              max(slo:sli_error:ratio_rate1d{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"} > (3 * 0.0009999999999999432)) without (sloth_window)
          )
          or
          (
              max(slo:sli_error:ratio_rate6h{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"} > (1 * 0.0009999999999999432)) without (sloth_window)
              and
              max(slo:sli_error:ratio_rate3d{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"} > (1 * 0.0009999999999999432)) without (sloth_window)
          )
        labels:
          channel: checkout
          severity: warning
          sloth_severity: ticket
        annotations:
          runbook: https://runbooks.example/checkout
          summary: "{{$labels.sloth_service}} {{$labels.sloth_slo}} SLO error budget burn rate is over expected."
          title: (ticket) {{$labels.sloth_service}} {{$labels.sloth_slo}} SLO error budget burn rate is too fast.
`);
  });

  it('records the windows in ascending order and the period last', () => {
    expect(recordings().map(rule => rule.record)).toEqual([
      'slo:sli_error:ratio_rate5m',
      'slo:sli_error:ratio_rate30m',
      'slo:sli_error:ratio_rate1h',
      'slo:sli_error:ratio_rate2h',
      'slo:sli_error:ratio_rate6h',
      'slo:sli_error:ratio_rate1d',
      'slo:sli_error:ratio_rate3d',
      'slo:sli_error:ratio_rate30d',
      'slo:objective:ratio',
      'slo:error_budget:ratio',
      'slo:time_period:days',
      'slo:current_burn_rate:ratio',
      'slo:period_burn_rate:ratio',
      'slo:period_error_budget_remaining:ratio',
      'sloth_slo_info',
    ]);
  });

  it('says 28 days as 4 weeks, with factors to the last digit', () => {
    const options = { defaultPeriodSeconds: 28 * DAY };
    expect(
      record('slo:sli_error:ratio_rate4w', {}, options).labels.sloth_window,
    ).toBe('4w');
    expect(record('slo:time_period:days', {}, options).expr).toBe('vector(28)');
    expect(
      alerts({}, options).map(({ expr }) =>
        [...expr.matchAll(/> \((\S+) \*/g)].map(match => match[1]),
      ),
    ).toEqual([
      ['13.44', '13.44', '5.6000000000000005', '5.6000000000000005'],
      [
        '2.8000000000000003',
        '2.8000000000000003',
        '0.9333333333333333',
        '0.9333333333333333',
      ],
    ]);
  });

  it('takes other windows for other periods, instead of its own', () => {
    const windows = [
      {
        ...SLOTH_WINDOWS_30D,
        periodSeconds: 7 * DAY,
        page: {
          quick: {
            errorBudgetPercent: 8,
            shortSeconds: 120,
            longSeconds: 5_400,
          },
          slow: SLOTH_WINDOWS_30D.page.slow,
        },
      },
    ];
    const options = { windows, defaultPeriodSeconds: 7 * DAY };
    expect(
      recordings({}, options).map(rule => rule.record.replace(/.*rate/, '')),
    ).toEqual(
      expect.arrayContaining(['2m', '30m', '1h30m', '2h', '6h', '1d', '1w']),
    );
    expect(record('slo:sli_error:ratio_rate1w', {}, options).expr).toContain(
      'ratio_rate2m{',
    );
    expect(record('slo:current_burn_rate:ratio', {}, options).expr).toContain(
      'ratio_rate2m{',
    );
    expect(alerts({}, options)[0].expr).toContain('> (8.959999999999999 *');
    expect(() => sloth({}, { windows })).toThrow(
      'checkout-availability: there are no alert windows for a period of 30d',
    );
  });

  it('computes factors as Go does, also of windows that are no whole hours', () => {
    const slow = {
      errorBudgetPercent: 5,
      shortSeconds: 600,
      longSeconds: 6_000,
    };
    const { page } = SLOTH_WINDOWS_30D;
    const options = {
      defaultPeriodSeconds: 7 * DAY,
      windows: [
        {
          ...SLOTH_WINDOWS_30D,
          periodSeconds: 7 * DAY,
          page: { ...page, slow },
        },
      ],
    };
    expect(alerts({}, options)[0].expr).toContain(
      'ratio_rate1h40m{sloth_id="checkout-availability", sloth_service="checkout", sloth_slo="availability"} > (5.040000000000001 *',
    );
  });

  it('takes the period that an objective states itself', () => {
    const timeWindow = { kind: 'rolling', seconds: 28 * DAY } as const;
    expect(record('slo:sli_error:ratio_rate4w', { timeWindow })).toBeDefined();
  });

  it('asks the queries for the period where that is not optimized', () => {
    expect(
      record('slo:sli_error:ratio_rate30d', {}, { disableOptimized: true })
        .expr,
    ).toBe(
      '(sum(rate(requests_total{job="checkout",code=~"5.."}[30d])))\n/\n(sum(rate(requests_total{job="checkout"}[30d])))\n',
    );
  });

  it('wraps a raw query and leaves it as it is', () => {
    const errorRatioQuery = '\n  1 - (\n    (good[{{.window}}])\n  )\n';
    expect(
      record('slo:sli_error:ratio_rate1h', {
        sli: { kind: 'raw', errorRatioQuery },
      }).expr,
    ).toBe('(\n  1 - (\n    (good[1h])\n  )\n)');
  });

  it('lets no comment swallow its parentheses', () => {
    const sli = {
      kind: 'events',
      errorQuery: 'bad[{{.window}}] # 500',
      totalQuery: 'all[{{.window}}]',
    } as const;
    expect(record('slo:sli_error:ratio_rate5m', { sli }).expr).toBe(
      '(bad[5m] # 500\n)\n/\n(all[5m])\n',
    );
  });

  it('puts extra labels over those of the objective, and not on alerts', () => {
    const options = { extraLabels: { team: 'other', cluster: 'eu' } };
    expect(recordings({}, options)).toEqual(
      recordings({}, options).map(rule => ({
        ...rule,
        labels: expect.objectContaining({
          category: 'availability',
          cluster: 'eu',
          team: 'other',
        }),
      })),
    );
    expect(alerts({}, options)).toEqual(alerts());
  });

  it.each([
    [
      'no alerts',
      { disableAlerts: true },
      ['sli-recordings', 'meta-recordings'],
    ],
    ['no recordings', { disableRecordings: true }, ['alerts']],
    ['neither', { disableAlerts: true, disableRecordings: true }, []],
  ])('leaves out groups with %s', (_, options, names) => {
    expect(sloth({}, options).map(({ name }) => name)).toEqual(
      names.map(name => `sloth-slo-${name}-checkout-availability`),
    );
  });

  it('leaves out severities that are disabled, and the group with both', () => {
    const { alerting } = sloOf();
    const off = { disable: true, labels: {}, annotations: {} };
    const severities = (changes: Partial<typeof alerting>) =>
      alerts({ alerting: { ...alerting, ...changes } }).map(
        ({ labels }) => labels.sloth_severity,
      );
    expect(severities({})).toEqual(['page', 'ticket']);
    expect(severities({ page: off })).toEqual(['ticket']);
    expect(severities({ ticket: off })).toEqual(['page']);
    expect(
      sloth({ alerting: { ...alerting, page: off, ticket: off } }),
    ).toHaveLength(2);
    expect(sloth({ alerting: { ...alerting, name: '' } })).toHaveLength(2);
  });

  it.each([
    ['prometheus/v1', 'cli-gen-prom'],
    ['sloth.slok.dev/v1', 'cli-gen-k8s'],
    ['openslo/v1alpha', 'cli-gen-openslo'],
    ['openslo/v1', 'cli-gen-openslo'],
  ] as const)('says of %s that it came by %s', (format, slothMode) => {
    const groups = generateRules(documentOf({}, { format }), {
      mode: 'sloth',
      version: 'v1.2.3',
    });
    expect(groups[1].rules[6].labels).toMatchObject({
      sloth_mode: slothMode,
      sloth_spec: format,
      sloth_version: 'v1.2.3',
    });
  });

  it('refuses by name what Sloth cannot say', () => {
    const timeWindow = {
      kind: 'calendar',
      unit: 'month',
      count: 1,
      startTime: '2024-01-01T00:00:00',
      timeZone: 'Europe/Berlin',
    } as const;
    expect(() => sloth({ timeWindow })).toThrow(
      'checkout-availability: Sloth has no calendar windows',
    );
    expect(() =>
      sloth({ budgeting: { method: 'ratio-timeslices', sliceSeconds: 60 } }),
    ).toThrow('Sloth has no budgeting by ratio-timeslices');
  });

  it('keeps the objectives of a document in order', () => {
    const document = documentOf();
    document.slos.push(sloOf({ name: 'latency' }));
    expect(
      generateRules(document, { mode: 'sloth' }).map(({ name }) => name),
    ).toEqual(
      ['availability', 'latency'].flatMap(name =>
        ['sli-recordings', 'meta-recordings', 'alerts'].map(
          group => `sloth-slo-${group}-checkout-${name}`,
        ),
      ),
    );
  });
});
