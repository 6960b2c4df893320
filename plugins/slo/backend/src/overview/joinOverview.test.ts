import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { StubSeries } from '../__testUtils__/PrometheusStub';
import {
  type RecordedOptions,
  recordedSeries,
} from '../__testUtils__/recordedSeries';
import type { RuleHealth } from '../rules/ruleHealth';
import type { HeldAlert } from '../upstream/AlertmanagerReader';
import type { Sample } from '../upstream/PrometheusReader';
import type { CalendarSpending, InstanceHistory } from './InstanceOverview';
import type { HeldAlerts } from './joinAlerts';
import { joinOverview } from './joinOverview';
import { toRecordedSlos } from './toRecordedSlos';

const NOW = 1_700_000_000;
const DAY = 86_400;

const samplesOf = (series: StubSeries[], wanted: RegExp): Sample[] =>
  series
    .filter(({ labels }) => wanted.test(labels?.__name__ ?? ''))
    .map(({ labels = {}, value = NaN }) => ({ labels, value, at: NOW }));

const answersOf = (series: StubSeries[]) => ({
  infos: samplesOf(series, /^sloth_slo_info$/),
  ratios: samplesOf(series, /^slo:sli_error/),
  numbers: samplesOf(series, /^slo:(?!sli_error)/),
  alerts: samplesOf(series, /^ALERTS/),
});

interface Beside {
  history?: InstanceHistory;
  rules?: RuleHealth[];
  held?: HeldAlerts;
  calendars?: { spent: CalendarSpending[]; unread: string[] };
}

/** The objectives that series tell of, as they go through the read model. */
function slosFrom(
  series: StubSeries[],
  { history = seen(40 * DAY), ...beside }: Beside = {},
): SloSummary[] {
  const overview = {
    ...toRecordedSlos(answersOf(series)),
    at: NOW,
    warnings: [],
    omissions: [],
  };
  const kept = JSON.parse(JSON.stringify({ overview, history, ...beside }));
  return joinOverview(
    'main',
    kept,
    id => `https://alerts.example/${encodeURIComponent(id)}`,
  );
}

const sloFrom = (options: RecordedOptions, beside?: Beside) => {
  const slos = slosFrom(recordedSeries(options), beside);
  expect(slos).toHaveLength(1);
  return slos[0];
};

/** There has been data of these ids for so long. */
function seen(seconds: number, ids = ['cart-availability']): InstanceHistory {
  return {
    rangeSeconds: 30 * DAY,
    at: NOW,
    series: ids.map(id => ({
      id,
      labels: {},
      value: NOW - Math.min(seconds, 30 * DAY),
    })),
  };
}

describe('an objective that is measured', () => {
  it('has the numbers of its series', () => {
    expect(
      sloFrom({
        ratio: 0.0004,
        total: 1_000_000,
        labels: { environment: 'prod', category: 'business', owner: 'shop' },
      }),
    ).toEqual({
      instance: 'main',
      id: 'cart-availability',
      service: 'cart',
      name: 'availability',
      title: 'availability',
      category: 'business',
      environment: 'prod',
      labels: { environment: 'prod', category: 'business', owner: 'shop' },
      state: 'healthy',
      stateReason: '60 % of the error budget is left.',
      objective: 99.9,
      window: { kind: 'rolling', seconds: 30 * DAY, text: '30d' },
      budgeting: 'occurrences',
      mode: 'guarded',
      sli: 0.9996,
      budget: {
        remaining: expect.closeTo(0.6, 9),
        events: {
          total: 1_000_000,
          bad: 400,
          allowed: expect.closeTo(1_000, 6),
          left: expect.closeTo(600, 6),
        },
      },
      burn: expect.closeTo(0.4, 9),
      filled: 1,
      tooFewEvents: false,
      alerts: [],
    });
  });

  it('takes the period that is recorded', () => {
    expect(sloFrom({ period: 28, ratios: { '28d': 0.0005 } })).toMatchObject({
      window: { seconds: 28 * DAY, text: '28d' },
      budget: { remaining: expect.closeTo(0.5, 9) },
    });
  });

  it('takes the window by name where weeks come out even', () => {
    const series = recordedSeries({ period: 28 }).map(each => ({
      ...each,
      labels: Object.fromEntries(
        Object.entries(each.labels!).map(([name, value]) => [
          name,
          value.replace(/28d$/, '4w'),
        ]),
      ),
    }));
    expect(slosFrom(series)[0].sli).toBe(0.9998);
  });

  it('takes the longest window where nobody recorded the period', () => {
    const series = recordedSeries().filter(
      ({ labels }) => labels?.__name__ !== 'slo:time_period:days',
    );
    expect(slosFrom(series)[0].window.seconds).toBe(30 * DAY);
  });

  it('reads the objective from the share where the label is missing', () => {
    expect(sloFrom({ info: { sloth_objective: '' } }).objective).toBe(99.9);
  });

  it('is known by its shares alone, as older rules record them', () => {
    const series = recordedSeries().filter(
      ({ labels }) => labels?.__name__ !== 'sloth_slo_info',
    );
    expect(slosFrom(series)[0]).toMatchObject({
      objective: 99.9,
      mode: 'sloth',
      state: 'healthy',
    });
  });

  it('counts minutes where time is counted', () => {
    expect(
      sloFrom({
        objective: 99,
        ratio: 0.005,
        total: 8_640,
        info: { slo_budgeting: 'timeslices' },
      }),
    ).toMatchObject({
      budgeting: 'timeslices',
      budget: {
        remaining: expect.closeTo(0.5, 9),
        minutes: {
          total: expect.closeTo(432, 6),
          left: expect.closeTo(216, 6),
        },
      },
    });
  });

  it('warns when the whole budget is less than an event', () => {
    const { tooFewEvents, budget } = sloFrom({ ratio: 0, total: 999 });
    expect(tooFewEvents).toBe(true);
    expect(budget.events?.left).toBeCloseTo(0.999, 9);
  });

  it('does not judge a share of a few events', () => {
    expect(sloFrom({ ratio: 0.5, total: 9 })).toMatchObject({
      state: 'warming-up',
      stateReason: 'Only 9 events in the whole window: too few to judge.',
    });
    expect(sloFrom({ ratio: 0.5, total: 10 }).state).toBe('exhausted');
  });

  it('takes a hair outside of 0 to 1 for rounding', () => {
    expect(sloFrom({ ratio: -1e-12 })).toMatchObject({
      state: 'healthy',
      sli: 1,
      budget: { remaining: 1 },
    });
  });

  it('leaves out what nobody gave an objective', () => {
    const series = recordedSeries({ info: { sloth_objective: 'x' } }).filter(
      ({ labels }) => labels?.__name__ !== 'slo:objective:ratio',
    );
    const { slos, omitted } = toRecordedSlos(answersOf(series));
    expect(slos).toEqual([]);
    expect(omitted).toEqual(['cart-availability']);
  });

  it('is none of an alert alone', () => {
    const series = recordedSeries({
      alerts: [{ severity: 'page', state: 'firing' }],
    }).filter(({ labels }) => labels?.__name__?.startsWith('ALERTS'));
    expect(slosFrom(series)).toEqual([]);
  });
});

describe('when the budget ends', () => {
  it('is told by the pace of the last hour and what is left', () => {
    const { exhaustsAt } = sloFrom({
      ratio: 0.0005,
      ratios: { '1h': 0.002 },
    });
    const seconds = Date.parse(exhaustsAt!) / 1000 - NOW;
    expect(seconds / DAY).toBeCloseTo((0.5 * 30) / 2, 3);
  });

  it.each([
    ['nothing is spent', { '1h': 0 }],
    ['what was spent comes back as fast', { '1h': 0.0009 }],
    ['it has ended', { '1h': 0.002, '30d': 0.002 }],
    ['the last hour has no data', { '1h': undefined }],
    ['the last hour is no number', { '1h': NaN }],
  ])('is not told when %s', (_, ratios) => {
    expect(sloFrom({ ratio: 0.0005, ratios })).not.toHaveProperty('exhaustsAt');
  });
});

describe('nothing that could not be measured', () => {
  const all = (value: number | undefined) =>
    Object.fromEntries(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'].map(window => [
        window,
        value,
      ]),
    );

  it.each<[string, RecordedOptions, SloSummary['state'], string]>([
    ['no sample at all', { ratios: all(undefined) }, 'no-data', 'No events'],
    ['NaN in all windows', { ratios: all(NaN) }, 'no-data', 'No events'],
    [
      'a period that a quiet spell poisoned',
      { ratios: { '30d': NaN }, info: { sloth_mode: 'cli-gen-prom' } },
      'no-data',
      'spell without events',
    ],
    [
      'shorter windows and no period',
      { ratios: { '30d': undefined } },
      'rules-not-loaded',
      'nothing over the whole window',
    ],
    ['+Inf', { ratio: Infinity }, 'invalid-sli', 'outside 0 to 1'],
    ['-Inf', { ratio: -Infinity }, 'invalid-sli', 'outside 0 to 1'],
    ['more errors than events', { ratio: 1.5 }, 'invalid-sli', 'outside'],
    ['more good than all', { ratio: -0.5 }, 'invalid-sli', 'outside'],
  ])('reads as kept: %s', (_, options, state, reason) => {
    const slo = sloFrom({ ...options, total: 1_000 }, { rules: [] });
    expect(slo.state).toBe(state);
    expect(slo.stateReason).toContain(reason);
    expect(slo.budget).toEqual({});
    expect(slo).not.toHaveProperty('sli');
    expect(slo).not.toHaveProperty('exhaustsAt');
    expect(JSON.stringify(slo)).not.toContain('null');
  });

  it.each([
    [100, 0.0002],
    [100, 0],
    [0, 0],
    [101, 0],
  ])('has a budget of an objective of %s %%', (objective, ratio) => {
    const slo = sloFrom({ objective, ratio, total: 1_000 });
    expect(slo).toMatchObject({
      state: 'invalid-sli',
      stateReason: expect.stringContaining(`${objective} %`),
      budget: {},
    });
    expect(slo).not.toHaveProperty('burn');
    expect(slo).not.toHaveProperty('exhaustsAt');
    expect(JSON.stringify(slo)).not.toContain('null');
  });

  it('has a burn rate when only the last minutes are no number', () => {
    const slo = sloFrom({ ratios: { '5m': NaN } });
    expect(slo).not.toHaveProperty('burn');
    expect(slo).toMatchObject({ state: 'healthy', sli: 0.9998 });
  });

  it('counts events that nobody counted', () => {
    for (const total of [NaN, Infinity, -1]) {
      expect(sloFrom({ total }).budget).not.toHaveProperty('events');
    }
  });

  it('says that its rules fail, in the words of Prometheus', () => {
    const rules: RuleHealth[] = [
      { id: 'cart-availability', alerts: [], error: 'many-to-many matching' },
    ];
    expect(sloFrom({ ratios: all(undefined) }, { rules })).toMatchObject({
      state: 'rules-not-loaded',
      stateReason: expect.stringContaining('many-to-many matching'),
    });
    // An error of minutes ago is over when there is data again.
    expect(sloFrom({}, { rules }).state).toBe('healthy');
  });

  it('says that rules could not be read where that could be the reason', () => {
    expect(sloFrom({ ratios: all(undefined) }).stateReason).toContain(
      'rules could not be read',
    );
  });
});

describe('how much of the window has data', () => {
  it.each([
    ['three minutes', 180, 'warming-up', expect.closeTo(180 / (30 * DAY), 9)],
    ['three days', 3 * DAY, 'healthy', expect.closeTo(0.1, 9)],
    ['all of it', 40 * DAY, 'healthy', 1],
  ])('is told after %s', (_, seconds, state, filled) => {
    expect(sloFrom({}, { history: seen(seconds) })).toMatchObject({
      state,
      filled,
    });
  });

  it('is hardly any for what came after the last look back', () => {
    expect(
      sloFrom({}, { history: seen(DAY, ['order-latency']) }),
    ).toMatchObject({ state: 'warming-up', filled: 0 });
  });

  it('is not told when nobody looked back far enough', () => {
    const slo = sloFrom({ period: 90 }, { history: seen(60 * DAY) });
    expect(slo).not.toHaveProperty('filled');
    expect(slo.state).toBe('healthy');
  });

  it('does not call a page of a service of three minutes exhausted', () => {
    expect(sloFrom({ ratio: 0.01 }, { history: seen(180) }).state).toBe(
      'warming-up',
    );
  });
});

describe('burning', () => {
  const fast = { ratios: { '5m': 0.02, '1h': 0.02 } };

  it('is what an alert says', () => {
    const slo = sloFrom({
      alerts: [
        { severity: 'ticket', state: 'firing' },
        { severity: 'page', state: 'firing' },
      ],
    });
    expect(slo.state).toBe('burning');
    expect(slo.alerts).toEqual([
      {
        name: 'CartErrors',
        severity: 'page',
        status: 'firing',
        since: new Date(1_699_999_000_000).toISOString(),
        url: 'https://alerts.example/cart-availability',
      },
      expect.objectContaining({ severity: 'ticket' }),
    ]);
  });

  it('is not what only holds for a moment yet', () => {
    const slo = sloFrom({ alerts: [{ severity: 'page', state: 'pending' }] });
    expect(slo).toMatchObject({
      state: 'healthy',
      alerts: [{ status: 'pending' }],
    });
  });

  it('is told by the windows where there are no alert rules', () => {
    expect(sloFrom(fast, { rules: [] }).state).toBe('healthy');
    const without: RuleHealth = { id: 'cart-availability', alerts: [] };
    expect(sloFrom(fast, { rules: [without] }).state).toBe('burning');
    expect(
      sloFrom(fast, { rules: [{ ...without, alerts: ['page'] }] }).state,
    ).toBe('healthy');
    expect(
      sloFrom({ ...fast, info: { sloth_mode: 'cli-gen-prom' } }).state,
    ).toBe('burning');
  });

  it('needs both windows', () => {
    const rules: RuleHealth[] = [{ id: 'cart-availability', alerts: [] }];
    const { state } = sloFrom({ ratios: { '5m': 0.02 } }, { rules });
    expect(state).toBe('healthy');
  });
});

describe('what Alertmanager holds back', () => {
  const firing: RecordedOptions = {
    alerts: [{ severity: 'page', state: 'firing' }],
  };
  const held = (change: Partial<HeldAlert> = {}): HeldAlert => ({
    labels: {
      alertname: 'CartErrors',
      sloth_severity: 'page',
      sloth_id: 'cart-availability',
      ...change.labels,
    },
    annotations: {},
    startsAt: '2023-11-14T22:00:00.000Z',
    state: 'suppressed',
    silencedBy: ['one'],
    inhibitedBy: [],
    ...Object.fromEntries(
      Object.entries(change).filter(([key]) => key !== 'labels'),
    ),
  });
  const silence = {
    id: 'one',
    startsAt: '2023-11-14T22:00:00.000Z',
    endsAt: '2023-11-15T22:00:00.000Z',
    createdBy: 'team-checkout',
    comment: 'Load test',
  };
  const joined = (alerts: HeldAlert[], options = firing) =>
    sloFrom(options, { held: { alerts, silences: [silence] } });

  it('is silenced, and burns nevertheless', () => {
    const { startsAt: _startsAt, ...shown } = silence;
    expect(joined([held()])).toMatchObject({
      state: 'burning',
      alerts: [{ status: 'silenced', silence: shown }],
    });
  });

  it('is silenced by a silence that ended since', () => {
    const [alert] = joined([held({ silencedBy: ['gone'] })]).alerts;
    expect(alert.status).toBe('silenced');
    expect(alert).not.toHaveProperty('silence');
  });

  it('is inhibited', () => {
    const [alert] = joined([
      held({ silencedBy: [], inhibitedBy: ['other'] }),
    ]).alerts;
    expect(alert.status).toBe('inhibited');
  });

  it.each<[string, HeldAlert[]]>([
    ['one of several series is not', [held(), held({ state: 'active' })]],
    [
      'it is another severity',
      [held({ labels: { sloth_severity: 'ticket' } })],
    ],
    ['it is another alert', [held({ labels: { alertname: 'CartSlow' } })]],
    ['it is another objective', [held({ labels: { sloth_id: 'cart-slow' } })]],
    ['Alertmanager knows nothing of it', []],
  ])('is nothing when %s', (_, alerts) => {
    expect(joined(alerts).alerts[0].status).toBe('firing');
  });
});

describe('several series of one id', () => {
  const clusters = (...names: string[]) =>
    names.flatMap((cluster, index) =>
      recordedSeries({
        ratio: 0.0002 * (index + 1),
        total: 1_000 * (index + 1),
        labels: { cluster },
      }),
    );

  it('are objectives of their own, and are never added up', () => {
    const slos = slosFrom(clusters('eu', 'us'));
    expect(
      slos.map(({ id, sli, budget, labels }) => [
        id,
        sli,
        budget.events?.total,
        labels,
      ]),
    ).toEqual([
      ['cart-availability{cluster="eu"}', 0.9998, 1_000, { cluster: 'eu' }],
      ['cart-availability{cluster="us"}', 0.9996, 2_000, { cluster: 'us' }],
    ]);
  });

  it('keep a label that all have out of the id', () => {
    expect(slosFrom(clusters('eu'))[0]).toMatchObject({
      id: 'cart-availability',
      labels: { cluster: 'eu' },
    });
  });

  it('tell apart by a label that only the shares have', () => {
    const [one, ...others] = ['a', 'b'].flatMap(zone =>
      recordedSeries({ ratio: zone === 'a' ? 0 : 0.01 })
        .filter(({ labels }) => labels!.__name__.startsWith('slo:sli_error'))
        .map(each => ({ ...each, labels: { ...each.labels, zone } })),
    );
    const infos = recordedSeries({ total: 500 }).filter(
      ({ labels }) => !labels!.__name__.startsWith('slo:sli_error'),
    );
    const slos = slosFrom([one, ...others, ...infos]);
    expect(slos.map(({ id, sli }) => [id, sli])).toEqual([
      ['cart-availability{zone="a"}', 1],
      ['cart-availability{zone="b"}', 0.99],
    ]);
    // The events of both together are those of neither.
    expect(slos[0].budget).not.toHaveProperty('events');
  });

  it('say No data for a cluster that has none, beside one that has', () => {
    const [eu] = [recordedSeries({ labels: { cluster: 'eu' } })];
    const us = recordedSeries({ labels: { cluster: 'us' } }).filter(
      ({ labels }) => !labels!.__name__.startsWith('slo:sli_error'),
    );
    expect(
      slosFrom([...eu, ...us], { rules: [] }).map(({ state }) => state),
    ).toEqual(['healthy', 'no-data']);
  });

  it('are one where only what rules say of them changed', () => {
    const before = recordedSeries({ objective: 99 }).filter(
      ({ labels }) => labels!.__name__ === 'sloth_slo_info',
    );
    expect(slosFrom([...recordedSeries(), ...before])).toHaveLength(1);
  });

  it('stay apart whatever their labels hold', () => {
    const slos = slosFrom(clusters('a",b="c', 'x\\y\nz'));
    expect(new Set(slos.map(({ id }) => id)).size).toBe(2);
  });
});

describe('calendar windows', () => {
  const info = {
    slo_window_kind: 'calendar',
    slo_window: 'month',
    slo_window_start: '2023-01-01T00:00:00',
    slo_time_zone: 'Etc/UTC',
  };
  type Row = CalendarSpending['series'][number];
  const ID = 'cart-availability';
  const rows = (
    errors: Row['value'],
    total: Row['value'],
    { id = ID, by = 'events', labels = {} }: Partial<Row> = {},
  ): Row[] => [
    { id, labels, by, subject: 'errors', value: errors },
    { id, labels, by, subject: 'total', value: total },
  ];
  const spent = (
    series: Row[],
    startedAt = '2023-11-01T00:00:00.000Z',
  ): Beside => ({
    calendars: {
      spent: [{ startedAt, elapsedSeconds: 6 * DAY, series, warnings: [] }],
      unread: [],
    },
  });
  /** Thirty days are bad: nothing of them may show. */
  const monthly: RecordedOptions = { info, ratio: 0.0009, total: 1_000 };

  it('begin and end with the calendar', () => {
    expect(sloFrom({ info }).window).toEqual({
      kind: 'calendar',
      text: 'month',
      seconds: 30 * DAY,
      startedAt: '2023-11-01T00:00:00.000Z',
      endsAt: '2023-12-01T00:00:00.000Z',
    });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'in the zone that the labels name',
      { slo_time_zone: 'Europe/Berlin' },
      '2023-10-31T23:00:00.000Z',
    ],
    [
      'every so many weeks',
      { slo_window: '2 weeks', slo_window_start: '2023-11-06T00:00:00' },
      '2023-11-06T00:00:00.000Z',
    ],
    ['on a day', { slo_window: 'day' }, '2023-11-14T00:00:00.000Z'],
  ])('begin %s', (_, labels, startedAt) => {
    const slo = sloFrom({ info: { ...info, ...labels } });
    expect(slo.window.startedAt).toBe(startedAt);
    expect(slo.labels).toEqual({});
  });

  it.each<[Record<string, string>, string]>([
    [{ slo_time_zone: 'Europe/Nowhere' }, 'not understood'],
    [{ slo_window_start: 'once' }, 'not understood'],
    [{ slo_window: 'fortnight' }, 'not understood'],
    [{ slo_window: '0 weeks' }, 'not understood'],
    // As rules of before recorded them.
    [{ slo_window_start: '' }, 'do not say when the month begins'],
    [{ slo_time_zone: '' }, 'do not say when the month begins'],
  ])('are rolling and say so where labels are %j', (labels, why) => {
    const slo = sloFrom({ ...monthly, info: { ...info, ...labels } });
    expect(slo).toMatchObject({
      state: 'at-risk',
      window: { kind: 'rolling', seconds: 30 * DAY, text: 'rolling 30d' },
      sli: 0.9991,
      budget: {
        remaining: expect.closeTo(0.1, 9),
        events: { total: 1_000 },
      },
    });
    expect(slo.stateReason).toContain('those of the rolling 30d');
    expect(slo.stateReason).toContain(why);
  });

  it('are rolling and say so where more begin than are read', () => {
    const slo = sloFrom(monthly, {
      calendars: { spent: [], unread: ['2023-11-01T00:00:00.000Z'] },
    });
    expect(slo).toMatchObject({
      window: { kind: 'rolling', text: 'rolling 30d' },
      sli: 0.9991,
    });
    expect(slo.stateReason).toContain('more different times than are read');
  });

  it('have spent what was spent since they began, and not in thirty days', () => {
    expect(sloFrom(monthly, spent(rows(20, 200_000)))).toMatchObject({
      state: 'healthy',
      stateReason: '90 % of the error budget is left.',
      sli: 0.9999,
      budget: {
        remaining: expect.closeTo(0.9, 9),
        events: {
          total: 200_000,
          bad: 20,
          allowed: expect.closeTo(200, 6),
          left: expect.closeTo(180, 6),
        },
      },
      tooFewEvents: false,
    });
    expect(
      sloFrom({ info, ratio: 0, total: 1_000 }, spent(rows(300, 200_000))),
    ).toMatchObject({
      state: 'exhausted',
      stateReason: 'The error budget is overspent by 50 %.',
    });
  });

  it('weigh time where nobody counted events', () => {
    const slo = sloFrom(
      { ...monthly, total: undefined },
      spent(rows(0.2, 2_000, { by: 'ratio' })),
    );
    expect(slo.budget).toEqual({ remaining: expect.closeTo(0.9, 9) });
  });

  it('count the time that they will have', () => {
    expect(
      sloFrom(
        { objective: 99, info: { ...info, slo_budgeting: 'timeslices' } },
        spent(rows(20, 1_000, { by: 'slices' })),
      ),
    ).toMatchObject({
      sli: 0.98,
      budget: {
        // A fifth of the month has passed.
        remaining: expect.closeTo(0.6, 9),
        minutes: { total: expect.closeTo(432, 6) },
      },
    });
  });

  it('add up what was recorded before and after a label changed', () => {
    const owner = (name: string) => ({ labels: { owner: name } });
    const { budget } = sloFrom(
      { ...monthly, labels: { owner: 'new' } },
      spent([
        ...rows(10, 50_000, owner('old')),
        ...rows(10, 150_000, owner('new')),
      ]),
    );
    expect(budget.events).toMatchObject({ total: 200_000, bad: 20 });
  });

  it('are never added up for several of one id', () => {
    const cluster = (name: string) => ({ labels: { cluster: name } });
    const series = ['eu', 'us'].flatMap(name =>
      recordedSeries({ ...monthly, ...cluster(name) }),
    );
    const slos = slosFrom(
      series,
      spent([
        ...rows(10, 50_000, cluster('eu')),
        ...rows(0, 150_000, cluster('us')),
      ]),
    );
    expect(slos.map(({ budget }) => budget.events?.total)).toEqual([
      50_000, 150_000,
    ]);
  });

  it.each<[string, Beside]>([
    ['nobody read', { calendars: { spent: [], unread: [] } }],
    [
      'was read of another month',
      spent(rows(20, 200_000), '2023-10-01T00:00:00.000Z'),
    ],
  ])('say that nothing is known of what %s', (_, beside) => {
    const slo = sloFrom(monthly, beside);
    expect(slo).toMatchObject({
      state: 'no-data',
      stateReason: expect.stringContaining('could not be read yet'),
      window: { kind: 'calendar' },
      budget: {},
    });
    expect(slo).not.toHaveProperty('sli');
  });

  it.each<[string, Row[]]>([
    ['is of others', rows(0, 9, { id: 'cart-latency' })],
    ['was counted by something else', rows(0, 9, { by: 'slices' })],
    ['has events, and no share of errors', rows(0, 9).slice(1)],
    ['is none at all', rows(0, 0)],
  ])('never take what %s for a whole budget', (_, series) => {
    const nothing = { ...monthly, ratios: { '5m': undefined } };
    const slo = sloFrom(nothing, { ...spent(series), rules: [] });
    expect(slo).toMatchObject({
      state: 'no-data',
      stateReason: 'No events in the whole window.',
      budget: {},
    });
    expect(slo).not.toHaveProperty('sli');
    expect(sloFrom(monthly, spent(series)).state).toBe('rules-not-loaded');
  });

  it('burn while an alert fires, whatever is known of the month', () => {
    const alerts = [{ severity: 'page', state: 'firing' }] as const;
    for (const beside of [spent([]), spent(rows(0, 200_000)), {}]) {
      const slo = sloFrom({ ...monthly, alerts: [...alerts] }, beside);
      expect(slo.state).toBe('burning');
    }
  });

  it('say what is no share', () => {
    expect(sloFrom(monthly, spent(rows('NaN', 9)))).toMatchObject({
      state: 'no-data',
      budget: {},
    });
    expect(sloFrom(monthly, spent(rows(30, 10)))).toMatchObject({
      state: 'invalid-sli',
      budget: {},
    });
  });

  it('end before the window does, or not at all', () => {
    const beside = spent(rows(50, 100_000));
    const at = (hour: number) =>
      sloFrom({ ...monthly, ratios: { '1h': hour } }, beside).exhaustsAt;
    expect(at(0.002)).toBeDefined();
    // November 2023 has 16 days left here, and half of the budget lasts 30 at this pace.
    expect(at(0.0005)).toBeUndefined();
  });

  describe('that end soon', () => {
    const weekly = {
      ...monthly,
      info: {
        ...info,
        slo_window: 'week',
        // Ends two hours and 13 minutes after it is looked at.
        slo_window_start: '2023-11-08T00:26:40',
      },
      period: 7,
    };
    const beside = spent(rows(50, 100_000), '2023-11-08T00:26:40.000Z');

    it('are not at risk of ending after that', () => {
      const pace = { '1d': 0.008 };
      expect(sloFrom({ ...weekly, ratios: pace }, beside).state).toBe(
        'healthy',
      );
      expect(sloFrom({ ...weekly, ratios: { '1d': 0.08 } }, beside).state).toBe(
        'at-risk',
      );
    });
  });

  describe('that have just begun', () => {
    const starting = (minutes: number) => {
      const startedAt = new Date((NOW - minutes * 60) * 1000).toISOString();
      return {
        options: {
          ...monthly,
          info: { ...info, slo_window_start: startedAt.slice(0, 19) },
        },
        startedAt,
      };
    };

    it('have too little to judge for a day', () => {
      const { options, startedAt } = starting(60);
      for (const beside of [{}, { history: undefined }]) {
        const slo = sloFrom(options, {
          ...spent(rows(90, 100), startedAt),
          ...beside,
        });
        expect(slo.state).toBe('warming-up');
      }
    });

    it('are full of data where there was some all the time', () => {
      const { options, startedAt } = starting(3 * 1_440);
      const beside = spent(rows(0, 100), startedAt);
      expect(sloFrom(options, beside)).toMatchObject({
        state: 'healthy',
        filled: 1,
      });
      expect(
        sloFrom(options, { ...beside, history: seen(1.5 * DAY) }).filled,
      ).toBeCloseTo(0.5, 9);
    });

    it('are not without rules before the first look', () => {
      const { options, startedAt } = starting(4);
      expect(sloFrom(options, spent([], startedAt))).toMatchObject({
        state: 'warming-up',
        stateReason: expect.stringContaining('only just begun'),
      });
    });
  });
});
