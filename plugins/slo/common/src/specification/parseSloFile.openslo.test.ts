import { promqlProblem, withWindow } from '../promql';
import type { SloSpecification } from './SloSpecification';
import { changed, marked, told } from './__testUtils__/marked';
import { OPENSLO_FILE, OPENSLO_REFERENCES } from './__testUtils__/openSloFiles';
import { parseSloFile } from './parseSloFile';

const parse = (text: string) => parseSloFile(text, { file: 'slo.yaml' });

function objectivesOf(text: string): SloSpecification[] {
  const { documents, problems } = parse(text);
  expect(problems).toEqual([]);
  return documents.flatMap(({ slos }) => slos);
}

/** The first file with parts of it changed. */
function file(...changes: [part: string, to: string][]): string {
  return changes.reduce(
    (text, [part, to]) => changed(text, part, to),
    OPENSLO_FILE,
  );
}

const RATIO = OPENSLO_FILE.slice(
  OPENSLO_FILE.indexOf('        counter: true'),
  OPENSLO_FILE.indexOf('  timeWindow:'),
);
const source = (query: string) =>
  `{metricSource: {type: prometheus, spec: {query: '${query}'}}}`;

describe('an SLO of openslo/v1', () => {
  it('becomes one objective for each of its own, the first with its name', () => {
    const [first, second] = objectivesOf(OPENSLO_FILE);
    expect(first).toEqual({
      service: 'checkout',
      name: 'orders',
      displayName: 'Orders: Internal',
      description: 'Orders that were placed and paid.',
      objective: 99.5,
      labels: { environment: 'prod', team: 'team-checkout,team-cart' },
      sli: {
        kind: 'events',
        errorQuery:
          '(sum(increase(orders_total[{{.window}}]))) - ((sum(increase(orders_total{state="paid"}[{{.window}}]))) or 0 * (sum(increase(orders_total[{{.window}}]))))',
        totalQuery: 'sum(increase(orders_total[{{.window}}]))',
      },
      timeWindow: { kind: 'rolling', seconds: 28 * 86_400 },
      budgeting: { method: 'occurrences' },
      alerting: {
        name: '',
        labels: {},
        annotations: {},
        page: { disable: true, labels: {}, annotations: {} },
        ticket: { disable: true, labels: {}, annotations: {} },
      },
      line: 36,
    });
    expect(second).toMatchObject({
      name: 'orders-2',
      displayName: 'Orders: Contract',
      objective: 99,
      line: 38,
    });
  });

  it('says which labels Prometheus would not take', () => {
    expect(told(parse(OPENSLO_FILE).warnings!)).toEqual([
      '9:5 metadata.labels.costs/centre: is no label: a label name holds only letters, digits and "_", and does not begin with a digit',
    ]);
  });

  it('says that its alert policies are not read', () => {
    const { warnings } = parse(
      `${OPENSLO_FILE}  alertPolicies:\n    - wake-up\n`,
    );
    expect(told(warnings!)).toContain(
      '40:3 spec.alertPolicies: alert policies are not read: no alerts are made for these objectives',
    );
    expect(
      told(parse(`${OPENSLO_FILE}  alertPolicies:\n`).warnings!),
    ).toHaveLength(1);
  });

  it('may refer to an indicator and a data source of the same file', () => {
    expect(objectivesOf(OPENSLO_REFERENCES)).toEqual([
      expect.objectContaining({
        service: 'search',
        name: 'search-latency',
        objective: 99,
        sli: {
          kind: 'events',
          errorQuery:
            'sum(sum_over_time((((histogram_quantile(0.99, sum by (le) (rate(search_seconds_bucket[5m])))) >= -Inf) >= bool 0.5)[{{.window}}:]))',
          totalQuery:
            'sum(count_over_time(((histogram_quantile(0.99, sum by (le) (rate(search_seconds_bucket[5m])))) >= -Inf)[{{.window}}:]))',
        },
        timeWindow: {
          kind: 'calendar',
          unit: 'month',
          count: 1,
          startTime: '2026-01-01T00:00:00',
          timeZone: 'Europe/Berlin',
        },
        budgeting: {
          method: 'timeslices',
          sliceSeconds: 300,
          sliceTarget: 0.95,
        },
      }),
    ]);
  });

  it.each([
    ['lt', '>= bool 0.5'],
    ['lte', '> bool 0.5'],
    ['gt', '<= bool 0.5'],
    ['gte', '< bool 0.5'],
  ])('counts what is not %s as bad', (op, comparison) => {
    const [{ sli }] = objectivesOf(
      changed(OPENSLO_REFERENCES, 'op: lt', `op: ${op}`),
    );
    expect(sli).toMatchObject({
      errorQuery: expect.stringContaining(comparison),
    });
  });
});

describe('the ratio of an indicator', () => {
  it.each([
    [
      'bad events',
      `bad: ${source('sum(rate(a[{{.window}}]))')}, total: ${source('sum(rate(b[{{.window}}]))')}`,
      {
        kind: 'events',
        errorQuery: 'sum(rate(a[{{.window}}]))',
        totalQuery: 'sum(rate(b[{{.window}}]))',
      },
    ],
    [
      'values that go up and down',
      `bad: ${source('a{b="c"}')}, total: ${source('sum(rate(b[1m]))')}`,
      {
        kind: 'events',
        errorQuery: 'sum_over_time((a{b="c"})[{{.window}}:])',
        totalQuery: 'sum_over_time((sum(rate(b[1m])))[{{.window}}:])',
      },
    ],
    [
      'rates that are said to be counters',
      `counter: true, bad: ${source('a + b offset 5m')}, total: ${source('sum(rate(b[1m]))')}`,
      {
        kind: 'events',
        errorQuery:
          'increase(a[{{.window}}]) + increase(b[{{.window}}] offset 5m)',
        totalQuery: 'sum_over_time((sum(rate(b[1m])))[{{.window}}:])',
      },
    ],
    [
      'a stored share of failures',
      `rawType: failure, raw: ${source('job:errors:ratio')}`,
      {
        kind: 'raw',
        errorRatioQuery: 'avg_over_time((job:errors:ratio)[{{.window}}:])',
      },
    ],
    [
      'a stored share of successes',
      `rawType: success, raw: ${source('avg(avg_over_time(ok[{{.window}}]))')}`,
      {
        kind: 'raw',
        errorRatioQuery: '1 - (avg(avg_over_time(ok[{{.window}}])))',
      },
    ],
  ])('may be of %s', (_, ratio, sli) => {
    const [first] = objectivesOf(file([RATIO, `        {${ratio}}\n`]));
    expect(first.sli).toEqual(sli);
    for (const [key, query] of Object.entries(first.sli)) {
      if (key === 'kind') continue;
      expect(promqlProblem(withWindow(query, '1h'))).toBeUndefined();
    }
  });

  it.each([
    [
      `{¶rawType: success, good: ${source('a')}, total: ${source('b')}}`,
      'rawType: belongs to "raw" only',
    ],
    [
      `{rawType: ¶both, raw: ${source('a')}}`,
      'rawType: must be success or failure',
    ],
    [`¶{raw: ${source('a')}}`, 'rawType: "rawType" is missing'],
    [
      `{rawType: failure, raw: ${source('a')}, ¶good: ${source('b')}}`,
      'good: cannot stand beside "raw"',
    ],
    [`¶{total: ${source('a')}}`, 'good: needs "good" or "bad", one of them'],
    [`¶{good: ${source('a')}}`, 'total: "total" is missing'],
    [
      `{bad: ${source('a')}, total: ¶${source('a')}}`,
      'total: "bad" and "total" are the same: every event would be bad',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: {type: ¶Datadog, spec: {query: b}}}}`,
      'total.metricSource.type: metric sources of the type "Datadog" are not supported, only Prometheus',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: ¶{spec: {query: b}}}}`,
      'total.metricSource.type: "type" is missing: Prometheus',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: {metricSourceRef: ¶elsewhere, spec: {query: b}}}}`,
      'total.metricSource.metricSourceRef: the data source "elsewhere" is not in this file: say "type: Prometheus"',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: {type: Prometheus, spec: {query: b, queryType: ¶sql}}}}`,
      'total.metricSource.spec.queryType: queries of the type "sql" are not supported, only promql',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: {type: Prometheus, spec: ¶{promql: b}}}}`,
      'total.metricSource.spec.query: "query" is missing',
    ],
    [
      `{bad: ${source('a')}, total: {metricSource: {type: Prometheus, spec: {query: 'sum(b¶'}}}}`,
      'total.metricSource.spec.query: not PromQL: it ends too early',
    ],
    [
      `¶{bad: ${source('a # comment')}, total: ${source('b')}}`,
      ': cannot be counted over a window (',
    ],
  ])('is refused as %j', (ratio, problem) => {
    const { text, line, column } = marked(file([RATIO, `        ${ratio}\n`]));
    const { documents, problems } = parse(text);
    const path = 'spec.indicator.spec.ratioMetric';
    expect(told(problems).join('\n')).toContain(
      `${line}:${column} ${path}${problem.startsWith(':') ? '' : '.'}${problem}`,
    );
    expect(documents).toEqual([]);
  });

  it('that can never be bad is told', () => {
    const { text, line } = marked(
      file([RATIO, `        {good: ${source('a')}, total: ¶${source('a')}}\n`]),
    );
    const { problems, warnings } = parse(text);
    expect(problems).toEqual([]);
    expect(warnings).toContainEqual(
      expect.objectContaining({
        line,
        reason: '"good" and "total" are the same: no event could ever be bad',
      }),
    );
  });
});

describe('the time window of openslo/v1', () => {
  const WINDOW = '    - duration: 28d\n      isRolling: true\n';

  it.each([
    ['4w', 2_419_200],
    ['1m', 60],
    ['1M', 2_592_000],
    ['12h', 43_200],
    ['1Q', 7_776_000],
    ['1Y', 31_536_000],
  ])('of %s rolls over %d seconds', (duration, seconds) => {
    for (const rolling of ['isRolling: true', '']) {
      const [{ timeWindow }] = objectivesOf(
        file([WINDOW, `    - duration: ${duration}\n      ${rolling}\n`]),
      );
      expect(timeWindow).toEqual({ kind: 'rolling', seconds });
    }
  });

  it('may be left out', () => {
    const [{ timeWindow }] = objectivesOf(
      file([`  timeWindow:\n${WINDOW}`, '']),
    );
    expect(timeWindow).toBeUndefined();
  });

  const calendar = '{startTime: 2026-01-01T06:00, timeZone: UTC}';
  it.each([
    ['1d', 'day', 1],
    ['2w', 'week', 2],
    ['3M', 'month', 3],
    ['1Q', 'quarter', 1],
    ['1Y', 'year', 1],
  ])('of %s may follow the calendar', (duration, unit, count) => {
    const [{ timeWindow }] = objectivesOf(
      file([WINDOW, `    - {duration: ${duration}, calendar: ${calendar}}\n`]),
    );
    expect(timeWindow).toEqual({
      kind: 'calendar',
      unit,
      count,
      startTime: '2026-01-01T06:00',
      timeZone: 'UTC',
    });
  });

  it.each([
    [
      `{duration: ¶1m, calendar: ${calendar}}`,
      '[0].duration: a calendar window lasts days or longer; a month is written 1M',
    ],
    [
      `{duration: ¶12h, calendar: ${calendar}}`,
      '[0].duration: a calendar window lasts days or longer',
    ],
    ['{duration: ¶0d}', '[0].duration: must be a whole number and one of'],
    ['{duration: ¶1h30m}', '[0].duration: must be a whole number and one of'],
    ['{duration: ¶30}', '[0].duration: must be text, this is a number'],
    ['¶{isRolling: true}', '[0].duration: "duration" is missing'],
    [
      '¶{duration: 1M, isRolling: false}',
      '[0].calendar: "calendar" is missing',
    ],
    [
      `{duration: 1M, isRolling: true, ¶calendar: ${calendar}}`,
      '[0].calendar: a rolling window has no calendar',
    ],
    [
      '{duration: 1M, calendar: {startTime: ¶2026-02-30 00:00:00, timeZone: UTC}}',
      '[0].calendar.startTime: must be a date and time without zone',
    ],
    [
      '{duration: 1M, calendar: {startTime: ¶2026-01-01T00:00:00Z, timeZone: UTC}}',
      '[0].calendar.startTime: must be a date and time without zone',
    ],
    [
      '{duration: 1M, calendar: {startTime: 2026-01-01 00:00:00, timeZone: ¶Middle/Earth}}',
      '[0].calendar.timeZone: must be a time zone by its IANA name',
    ],
    [
      '{duration: 1M, ¶rolling: true}',
      '[0].rolling: unknown field "rolling"; did you mean "isRolling"?',
    ],
    [
      '{duration: 1M}\n    - ¶{duration: 1w}',
      '[1]: only one time window is supported',
    ],
  ])('is refused as %j', (window, problem) => {
    const { text, line, column } = marked(file([WINDOW, `    - ${window}\n`]));
    const { documents, problems } = parse(text);
    expect(told(problems).join('\n')).toContain(
      `${line}:${column} spec.timeWindow${problem}`,
    );
    expect(documents).toEqual([]);
  });
});

describe('an objective of openslo/v1', () => {
  const TARGET = '      target: 0.995\n';
  const METHOD = 'budgetingMethod: Occurrences';

  it('does not carry the errors of binary fractions', () => {
    const [{ objective }] = objectivesOf(file(['0.995', '0.29']));
    expect(objective).toBe(29);
  });

  it('may be counted by slices of time', () => {
    const [first, second] = objectivesOf(
      file(
        [METHOD, 'budgetingMethod: Timeslices'],
        [
          TARGET,
          `${TARGET}      timeSliceTarget: 0.9\n      timeSliceWindow: 10m\n`,
        ],
        [
          'targetPercent: 99\n',
          'targetPercent: 99\n      timeSliceTarget: 1\n      timeSliceWindow: 2\n',
        ],
      ),
    );
    expect(first.budgeting).toEqual({
      method: 'timeslices',
      sliceSeconds: 600,
      sliceTarget: 0.9,
    });
    expect(second.budgeting).toEqual({
      method: 'timeslices',
      sliceSeconds: 120,
      sliceTarget: 1,
    });
  });

  it('may be the average of slices of time', () => {
    const { documents } = parse(
      file(
        [METHOD, 'budgetingMethod: RatioTimeslices'],
        [TARGET, `${TARGET}      timeSliceWindow: 1m\n`],
      ),
    );
    expect(documents[0].slos[0].budgeting).toEqual({
      method: 'ratio-timeslices',
      sliceSeconds: 60,
    });
  });

  it.each([
    [
      'target: ¶1',
      'target: an objective of 100 leaves no error budget: it must be below 100',
    ],
    [
      'target: ¶0',
      'target: an objective is a percentage between 0 and 100, both excluded; this is 0',
    ],
    [
      'target: ¶99.5',
      'target: a target is a share between 0 and 1, both excluded; 99.5 may be meant as targetPercent',
    ],
    [
      'targetPercent: ¶100',
      'targetPercent: an objective of 100 leaves no error budget: it must be below 100',
    ],
    [
      'target: 0.9\n      targetPercent: ¶90',
      'targetPercent: only one of "target" and "targetPercent" can be given',
    ],
    [
      'target: 0.9\n      ¶timeSliceWindow: 1m',
      'timeSliceWindow: needs budgetingMethod: Timeslices',
    ],
    [
      'target: 0.9\n      ¶compositeWeight: 2',
      'compositeWeight: composite objectives are not supported',
    ],
    [
      'target: 0.9\n      ¶indicatorRef: other',
      'indicatorRef: composite objectives are not supported',
    ],
    [
      'target: 0.9\n      ¶targets: 2',
      'targets: unknown field "targets"; did you mean "target"?',
    ],
  ])('with %j is refused alone', (target, problem) => {
    const { text, line, column } = marked(file([TARGET, `      ${target}\n`]));
    const { documents, problems } = parse(text);
    expect(told(problems).join('\n')).toContain(
      `${line}:${column} spec.objectives[0].${problem}`,
    );
    expect(documents[0].slos.map(slo => slo.name)).toEqual(['orders-2']);
  });

  it.each([
    [
      'timeSliceTarget: ¶0\n      timeSliceWindow: 1m',
      'timeSliceTarget: must be above 0 and at most 1',
    ],
    [
      'timeSliceTarget: ¶1.1\n      timeSliceWindow: 1m',
      'timeSliceTarget: must be above 0 and at most 1',
    ],
    [
      'timeSliceTarget: 0.9\n      timeSliceWindow: ¶28d',
      'timeSliceWindow: a slice must be shorter than the time window',
    ],
    [
      'timeSliceTarget: 0.9\n      timeSliceWindow: ¶1.5',
      'timeSliceWindow: must be a whole number and one of',
    ],
  ])('with slices as %j is refused', (slices, problem) => {
    const { text, line, column } = marked(
      file(
        [METHOD, 'budgetingMethod: Timeslices'],
        [TARGET, `${TARGET}      ${slices}\n`],
      ),
    );
    expect(told(parse(text).problems).join('\n')).toContain(
      `${line}:${column} spec.objectives[0].${problem}`,
    );
  });

  it('of a threshold needs the side and the value', () => {
    const { documents, problems } = parse(
      changed(
        OPENSLO_REFERENCES,
        '    - op: lt\n      value: 0.5\n      target',
        '    - op: less\n      target',
      ),
    );
    expect(told(problems)).toEqual([
      '43:7 spec.objectives[0].value: "value" is missing',
      '43:11 spec.objectives[0].op: must be one of lt, lte, gt, gte',
    ]);
    expect(documents).toEqual([]);
  });
});

describe('an SLO of openslo/v1 that is wrong', () => {
  it.each([
    [
      'kind: SLO',
      'kind: ¶slo',
      'kind: the kind "slo" is not read; did you mean "SLO"?',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: ¶openslo/v2alpha',
      'apiVersion: the version "openslo/v2alpha" is not read; did you mean "openslo/v1alpha"?',
    ],
    [
      '  name: orders\n  display',
      '  ¶display',
      'metadata.name: "name" is missing',
    ],
    [
      'name: orders',
      'name: ¶orders|paid',
      'metadata.name: a name has at least two characters',
    ],
    [
      'budgetingMethod: Occurrences',
      'budgetingMethod: ¶occurrences',
      'spec.budgetingMethod: must be one of Occurrences, Timeslices, RatioTimeslices',
    ],
    [
      'spec:\n  desc',
      'spec:\n  ¶timeWindows: []\n  desc',
      'spec.timeWindows: unknown field "timeWindows"; did you mean "timeWindow"?',
    ],
    [
      'spec:\n  desc',
      'spec:\n  indicatorRef: ¶other\n  desc',
      'spec.indicatorRef: needs "indicator" or "indicatorRef", one of them',
    ],
    [
      'environment: prod',
      'environment: ¶{a: b}',
      'metadata.labels.environment: must be',
    ],
  ])('with %j as %j is refused', (part, to, problem) => {
    const { text, line, column } = marked(file([part, to]));
    const { documents, problems } = parse(text);
    expect(told(problems).join('\n')).toContain(`${line}:${column} ${problem}`);
    expect(documents).toEqual([]);
  });

  it.each([
    ['  service: checkout\n', '13:3 spec.service: "service" is missing'],
    [
      '  budgetingMethod: Occurrences\n',
      '13:3 spec.budgetingMethod: "budgetingMethod" is missing',
    ],
    [
      '      target: 0.995\n',
      '36:7 spec.objectives[0].target: "target" or "targetPercent" is missing',
    ],
  ])('without %j is refused', (part, problem) => {
    expect(told(parse(file([part, ''])).problems)).toEqual([problem]);
  });

  it('without the fields of its slices is refused', () => {
    const text = file(['Occurrences', 'Timeslices']);
    expect(told(parse(text).problems).slice(0, 2)).toEqual([
      '36:7 spec.objectives[0].timeSliceWindow: "timeSliceWindow" is missing',
      '36:7 spec.objectives[0].timeSliceTarget: "timeSliceTarget" is missing',
    ]);
  });

  it.each([
    [
      'indicatorRef: latency',
      'indicatorRef: speed',
      '35:17 spec.indicatorRef: the SLI "speed" is not in this file',
    ],
    [
      'type: Prometheus',
      'type: Splunk',
      '25:24 spec.thresholdMetric.metricSource.metricSourceRef: metric sources of the type "Splunk" are not supported, only Prometheus',
    ],
    [
      '[5m]',
      '[{{.window}}]',
      '27:16 spec.thresholdMetric.metricSource.spec.query: must not hold {{.window}}: the value is sampled over the window; write a duration, as in rate(x[5m])',
    ],
  ])(
    'through what it refers to, with %j as %j, is refused',
    (part, to, problem) => {
      const { documents, problems } = parse(
        changed(OPENSLO_REFERENCES, part, to),
      );
      expect(told(problems)).toEqual([problem]);
      expect(documents).toEqual([]);
    },
  );

  it('is told once of an indicator that two of them share, and both are refused', () => {
    const second = OPENSLO_REFERENCES.slice(
      OPENSLO_REFERENCES.lastIndexOf('---'),
    ).replace('name: search-latency', 'name: search-speed');
    const { documents, problems } = parse(
      changed(
        OPENSLO_REFERENCES,
        'rate(search_seconds_bucket[5m])',
        'search_seconds_bucket[5m]',
      ) + second,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 27,
      reason: 'not PromQL: an aggregation does not take a range of samples',
    });
    expect(documents).toEqual([]);
  });

  it('because an indicator comes twice is told so', () => {
    const sli = OPENSLO_REFERENCES.split('---\n')[2];
    expect(told(parse(`${OPENSLO_REFERENCES}---\n${sli}`).problems)).toEqual([
      '52:9 metadata.name: the SLI "latency" is already in this file',
    ]);
  });
});
