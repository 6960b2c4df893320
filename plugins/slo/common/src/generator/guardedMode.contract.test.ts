import { Promtool, type Story } from './__testUtils__/Promtool';
import { SLIS, documentOf } from './__testUtils__/documents';
import type { GeneratorMode } from './GeneratorOptions';
import { generateRules } from './generateRules';

jest.setTimeout(120_000);

const OK = 'requests_total{job="checkout",code="200"}';
const BAD = 'requests_total{job="checkout",code="500"}';
const SHORT = 'slo:sli_error:ratio_rate5m';
const PERIOD = 'slo:sli_error:ratio_rate30d';
const LEFT = 'slo:period_error_budget_remaining:ratio';
const PAGES =
  'count(ALERTS{alertstate="firing",sloth_severity="page"}) or vector(0)';
const TICKETS =
  'count(ALERTS{alertstate="firing",sloth_severity="ticket"}) or vector(0)';
const describeReal = Promtool.isInstalled() ? describe : describe.skip;

describeReal('guarded rules in a real rule engine', () => {
  const promtool = new Promtool();
  /** What came otherwise than a story says. */
  function play(
    stories: Omit<Story, 'name'>,
    slo: Parameters<typeof documentOf>[0] = {},
    mode: GeneratorMode = 'guarded',
  ): string {
    const groups = generateRules(documentOf(slo), { mode });
    return promtool.play(groups, [{ name: 'story', ...stories }]);
  }

  it.each(['sloth', 'guarded'] as const)(
    'pages a fast burn in the fifth minute, in mode %s',
    mode =>
      expect(
        play(
          {
            series: {
              [OK]: '0+100x120 12000+80x60',
              [BAD]: '0+0x120 0+20x60',
            },
            // 20 % of the last 5 of 60 minutes is over 14.4 times the budget: 1.44 %.
            expected: [
              ['124m', PAGES, 0],
              ['125m', PAGES, 1],
              ['125m', TICKETS, 1],
            ],
          },
          {},
          mode,
        ),
      ).toBe(''),
  );

  it('opens only a ticket for a slow burn', () =>
    expect(
      play({
        // 4 times the budget: over 3 and under 6.
        series: { [OK]: '0+996x300', [BAD]: '0+4x300' },
        expected: [
          ['4h', PAGES, 0],
          ['4h', TICKETS, 1],
        ],
      }),
    ).toBe(''));

  it('resets a page within its short windows after recovery', () =>
    expect(
      play({
        series: {
          [OK]: '0+100x60 6000+98x60 11880+100x60',
          [BAD]: '0+0x60 0+2x60 120+0x60',
        },
        expected: [
          ['120m', PAGES, 1],
          ['135m', PAGES, 1],
          // In the last 30 minutes less than 0.6 % is bad, although in 6 hours more is.
          ['145m', PAGES, 0],
          ['145m', 'slo:sli_error:ratio_rate6h > bool 0.006', 1],
        ],
      }),
    ).toBe(''));

  it('takes no traffic for no data, and stays silent', () =>
    expect(
      play({
        series: { [OK]: '0+0x300', [BAD]: '0+0x300' },
        expected: [
          ['4h', SHORT, undefined],
          ['4h', PERIOD, undefined],
          ['4h', LEFT, undefined],
          ['4h', 'slo:sli_total:increase30d', 0],
          ['4h', PAGES, 0],
          ['4h', TICKETS, 0],
        ],
      }),
    ).toBe(''));

  it('takes a missing series of errors for no error', () =>
    expect(
      play({
        series: { [OK]: '0+100x300' },
        expected: [
          ['4h', SHORT, 0],
          ['4h', PERIOD, 0],
          ['4h', LEFT, 1],
        ],
      }),
    ).toBe(''));

  it('is right again after a quiet spell', () =>
    expect(
      play({
        series: {
          [OK]: '0+100x60 6000+0x20 6000+100x200',
          [BAD]: '0+0x280',
        },
        expected: [
          ['75m', SHORT, undefined],
          ['4h', PERIOD, 0],
          ['4h', LEFT, 1],
        ],
      }),
    ).toBe(''));

  it('is unmoved by a reset of the counters', () =>
    expect(
      play({
        series: { [OK]: '0+99x120 0+99x180', [BAD]: '0+1x120 0+1x180' },
        expected: [
          ['4h', SHORT, 0.01],
          ['4h', PERIOD, 0.01],
          ['4h', LEFT, -9],
          ['4h', PAGES, 1],
        ],
      }),
    ).toBe(''));

  it('weighs the period by events', () =>
    expect(
      play({
        // 2 hours of 1000 a minute, 2 hours of 10: 119 bad of 121200 or so.
        series: {
          [OK]: '0+1000x120 120000+9x119',
          [BAD]: '0+0x120 0+1x119',
        },
        expected: [
          ['4h', SHORT, 0.1],
          ['4h', `${PERIOD} < bool 0.001`, 1],
          ['4h', `${LEFT} > bool 0.01`, 1],
          ['4h', `${PERIOD} * slo:sli_total:increase30d / 119 < bool 1.02`, 1],
        ],
      }),
    ).toBe(''));

  it.each([
    [0.5, 5],
    [1, 10],
    [20, 200],
  ])('leaves 1 - %s of the budget at a constant burn of it', (burn, bad) =>
    expect(
      play({
        series: { [OK]: `0+${10_000 - bad}x240`, [BAD]: `0+${bad}x240` },
        expected: [
          ['4h', 'slo:current_burn_rate:ratio', burn],
          ['4h', 'slo:period_burn_rate:ratio', burn],
          ['4h', LEFT, 1 - burn],
        ],
      }),
    ).toBe(''),
  );

  it('carries the labels of the objective to its alerts', () =>
    expect(
      play({
        series: { [OK]: '0+900x60', [BAD]: '0+100x60' },
        alerts: [
          {
            eval_time: '30m',
            alertname: 'CheckoutErrors',
            exp_alerts: (['page', 'ticket'] as const).map(severity => ({
              exp_labels: {
                category: 'availability',
                channel: 'checkout',
                severity: severity === 'page' ? 'critical' : 'warning',
                sloth_id: 'checkout-availability',
                sloth_service: 'checkout',
                sloth_severity: severity,
                sloth_slo: 'availability',
                team: 'checkout',
              },
              exp_annotations: {
                runbook: 'https://runbooks.example/checkout',
                summary:
                  severity === 'page'
                    ? 'Customers cannot pay'
                    : 'checkout availability SLO error budget burn rate is over expected.',
                title: `(${severity}) checkout availability SLO error budget burn rate is too fast.`,
              },
            })),
          },
        ],
      }),
    ).toBe(''));

  describe('with few events', () => {
    it('does not alert on 3 errors of a service of 3 minutes', () =>
      expect(
        play({
          series: { [OK]: '0+99x3', [BAD]: '0+1x3' },
          expected: [
            ['3m', SHORT, 0.01],
            ['1m', PAGES, 0],
            ['2m', PAGES, 0],
            ['3m', PAGES, 0],
            ['3m', TICKETS, 0],
          ],
        }),
      ).toBe(''));

    it('would page there in sloth mode', () =>
      expect(
        play(
          {
            series: { [OK]: '0+99x3', [BAD]: '0+1x3' },
            expected: [['3m', PAGES, 1]],
          },
          {},
          'sloth',
        ),
      ).toBe(''));

    it('pages for a new service as soon as the objective allows an error', () =>
      expect(
        play({
          series: { [OK]: '0+99x30', [BAD]: '0+1x30' },
          // 1 % at 100 a minute: 5 bad ones after 5 minutes.
          expected: [
            ['4m', PAGES, 0],
            ['6m', PAGES, 1],
          ],
        }),
      ).toBe(''));

    it('pages at once where a new service with much traffic burns', () =>
      expect(
        play({
          series: { [OK]: '0+950x10', [BAD]: '0+50x10' },
          expected: [['2m', PAGES, 1]],
        }),
      ).toBe(''));

    it('does not alert on one error of a service with little traffic', () =>
      expect(
        play({
          series: {
            [OK]: '0+1x120 120+0x1 121+1x60',
            [BAD]: '0+0x120 1+0x60',
          },
          expected: [
            ['123m', `${SHORT} > bool 0.1`, 1],
            ['123m', PAGES, 0],
            ['123m', TICKETS, 0],
          ],
        }),
      ).toBe(''));

    it('pages when a service with little traffic fails altogether', () =>
      expect(
        play({
          series: { [OK]: '0+1x180 180+0x60', [BAD]: '0+0x180 0+1x60' },
          expected: [
            ['183m', PAGES, 0],
            ['187m', PAGES, 1],
          ],
        }),
      ).toBe(''));
  });

  describe('of other SLIs', () => {
    const COUNT = 'latency_count{job="checkout"}';
    const FAST = 'latency_bucket{job="checkout",le="0.4"}';

    it('counts what is slower than a bucket', () =>
      expect(
        play(
          {
            series: { [COUNT]: '0+100x120', [FAST]: '0+97x120' },
            expected: [
              ['2h', SHORT, 0.03],
              ['2h', 'slo:sli_total:rate5m', 100 / 60],
            ],
          },
          { sli: SLIS.latency },
        ),
      ).toBe(''));

    it('takes all for slow where the bucket is missing', () =>
      expect(
        play(
          { series: { [COUNT]: '0+100x60' }, expected: [['1h', SHORT, 1]] },
          { sli: SLIS.latency },
        ),
      ).toBe(''));

    it('takes all for bad where a raw query finds no good ones', () =>
      expect(
        play(
          {
            series: { 'requests_total{code="500"}': '0+10x60' },
            expected: [
              ['1h', SHORT, 1],
              ['1h', PAGES, 1],
            ],
          },
          { sli: SLIS['raw good share'] },
        ),
      ).toBe(''));

    it('takes no traffic for no data in a raw query', () =>
      expect(
        play(
          {
            series: { 'requests_total{code="200"}': '0+0x60' },
            expected: [['1h', SHORT, undefined]],
          },
          { sli: SLIS['raw good share'] },
        ),
      ).toBe(''));

    it('counts the samples of a gauge', () =>
      expect(
        play(
          {
            series: {
              'up{instance="a"}': '1x120',
              'up{instance="b"}': '0x120',
            },
            expected: [
              ['2h', SHORT, 0.5],
              ['2h', PAGES, 1],
            ],
          },
          { sli: SLIS.gauge },
        ),
      ).toBe(''));

    it('keeps clusters apart', () =>
      expect(
        play(
          {
            series: {
              'requests_total{cluster="eu",code="200"}': '0+500x120',
              'requests_total{cluster="eu",code="500"}': '0+50x120',
              'requests_total{cluster="us",code="200"}': '0+500x120',
            },
            expected: [
              ['2h', `${LEFT}{cluster="us"}`, 1],
              ['2h', `${LEFT}{cluster="eu"} < bool 0`, 1],
              ['2h', PAGES, 1],
              ['2h', 'count(ALERTS{cluster="eu",alertstate="firing"})', 2],
            ],
          },
          { sli: SLIS['by cluster'] },
        ),
      ).toBe(''));

    it('alerts on a ratio whose events cannot be counted', () =>
      expect(
        play(
          {
            series: { 'probe_failed{probe="a"}': '0x60 1x30' },
            expected: [
              ['1h', PAGES, 0],
              ['75m', PAGES, 1],
              ['75m', 'slo:sli_total:increase30d', undefined],
            ],
          },
          { sli: SLIS['raw opaque'] },
        ),
      ).toBe(''));
  });

  describe('of slices of time', () => {
    const series = {
      // 10 minutes of which one has 10 % errors and one has 2 %, 6 times; 15 seconds between samples.
      [OK]: '0+100x240',
      [BAD]: '0+0x40 0+10x4 40+2x4 48+0x192',
    };

    it('counts slices that miss their target', () =>
      expect(
        play(
          {
            interval: '15s',
            series,
            expected: [
              ['11m', 'slo:sli_slice:error_ratio', 1],
              ['13m', 'slo:sli_slice:error_ratio', 0],
              ['59m', 'sum(slo:sli_error:ratio_rate1h) > bool 0.01', 1],
              ['59m', 'sum(slo:sli_error:ratio_rate1h) < bool 0.06', 1],
              ['59m', 'slo:sli_total:increase30d > bool 55', 1],
              ['59m', 'slo:sli_total:rate5m', 100 / 15],
            ],
          },
          {
            budgeting: {
              method: 'timeslices',
              sliceSeconds: 60,
              sliceTarget: 0.95,
            },
          },
        ),
      ).toBe(''));

    it('averages the shares of slices', () =>
      expect(
        play(
          {
            interval: '15s',
            series,
            expected: [
              // The minute with 10 of 110 bad weighs as much as any other, 1 of 59 or 60.
              ['59m', 'slo:sli_error:ratio_rate1h > bool 0.0015', 1],
              ['59m', 'slo:sli_error:ratio_rate1h < bool 0.0025', 1],
            ],
          },
          { budgeting: { method: 'ratio-timeslices', sliceSeconds: 60 } },
        ),
      ).toBe(''));

    it('does not count slices without traffic', () =>
      expect(
        play(
          {
            interval: '15s',
            series: { [OK]: '0+100x40 4000+0x200' },
            expected: [
              ['59m', 'slo:sli_total:increase1h <= bool 11', 1],
              ['59m', 'slo:sli_error:ratio_rate1h', 0],
              ['59m', SHORT, undefined],
            ],
          },
          {
            budgeting: {
              method: 'timeslices',
              sliceSeconds: 60,
              sliceTarget: 0.95,
            },
          },
        ),
      ).toBe(''));
  });
});
