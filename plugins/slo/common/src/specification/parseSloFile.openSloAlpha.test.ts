import { promqlProblem, withWindow } from '../promql';
import { changed, marked, told } from './__testUtils__/marked';
import { OPENSLO_ALPHA_FILE } from './__testUtils__/openSloFiles';
import { parseSloFile } from './parseSloFile';

const parse = (text: string) => parseSloFile(text, { file: 'slo.yaml' });

describe('an SLO of openslo/v1alpha', () => {
  it('is read as Sloth reads it', () => {
    const { documents, problems, warnings } = parse(OPENSLO_ALPHA_FILE);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(documents[0].format).toBe('openslo/v1alpha');
    const [first, second] = documents[0].slos;
    expect(first).toEqual({
      service: 'shop',
      name: 'search-0',
      displayName: 'Search',
      description: 'Searches that were answered.',
      objective: 99.9,
      labels: {},
      sli: { kind: 'raw', errorRatioQuery: expect.any(String) },
      timeWindow: { kind: 'rolling', seconds: 28 * 86_400 },
      budgeting: { method: 'occurrences' },
      alerting: {
        name: '',
        labels: {},
        annotations: {},
        page: { disable: true, labels: {}, annotations: {} },
        ticket: { disable: true, labels: {}, annotations: {} },
      },
      line: 11,
    });
    expect(second).toMatchObject({ name: 'search-1', objective: 95, line: 21 });
    const query = (first.sli as { errorRatioQuery: string }).errorRatioQuery;
    expect(query.replace(/\s+/g, '')).toBe(
      '1-((sum(rate(searches_total{code!~"5.."}[{{.window}}])))/(sum(rate(searches_total[{{.window}}]))))',
    );
    expect(promqlProblem(withWindow(query, '5m'))).toBeUndefined();
  });

  it('keeps the double of Sloth, target * 100', () => {
    const { documents } = parse(changed(OPENSLO_ALPHA_FILE, '0.95', '0.29'));
    expect(documents[0].slos[1].objective).toBe(28.999999999999996);
  });

  it('may leave the window out', () => {
    const { documents, problems } = parse(
      OPENSLO_ALPHA_FILE.slice(0, OPENSLO_ALPHA_FILE.indexOf('  timeWindows')),
    );
    expect(problems).toEqual([]);
    expect(documents[0].slos[0].timeWindow).toBeUndefined();
  });

  it('says what Sloth passes over', () => {
    const text = changed(
      changed(OPENSLO_ALPHA_FILE, 'Occurrences', 'Timeslices'),
      '      unit: Day',
      '      unit: day\n      isRolling: false\n      calendar: {startTime: 2026-01-01 00:00:00, timeZone: UTC}',
    );
    const { problems, warnings } = parse(text);
    expect(problems).toEqual([]);
    expect(warnings!.map(({ line }) => line)).toEqual([9, 35]);
  });

  it.each([
    [
      'unit: Day',
      'unit: ¶Week',
      'spec.timeWindows[0].unit: windows of openslo/v1alpha are counted in days: "Week" is not supported',
    ],
    [
      'count: 28',
      'count: ¶0',
      'spec.timeWindows[0].count: must be a whole number above 0',
    ],
    [
      'count: 28',
      'count: ¶1.5',
      'spec.timeWindows[0].count: must be a whole number above 0',
    ],
    [
      'count: 28\n',
      'count: 28\n    - ¶count: 7\n',
      'spec.timeWindows[1]: only one time window is supported',
    ],
    [
      '  service: shop\n',
      '  ¶servce: shop\n',
      'spec.servce: unknown field "servce"; did you mean "service"?',
    ],
  ])('with %j as %j is refused', (part, to, problem) => {
    const { text, line, column } = marked(
      changed(OPENSLO_ALPHA_FILE, part, to),
    );
    const { documents, problems } = parse(text);
    expect(told(problems)).toContain(`${line}:${column} ${problem}`);
    expect(documents).toEqual([]);
  });

  it.each([
    [
      'target: 0.95',
      'target: ¶1',
      'target: an objective of 100 leaves no error budget: it must be below 100',
    ],
    ['target: 0.95', '¶timeSliceTarget: 0.95', 'target: "target" is missing'],
    [
      'query: sum(rate(searches_total{code="200"}[{{.window}}]))',
      'query: ¶up',
      'ratioMetrics.good.query: must hold {{.window}}',
    ],
    [
      'query: sum(rate(searches_total{code="200"}[{{.window}}]))',
      '¶metadata: {}',
      'ratioMetrics.good.query: "query" is missing',
    ],
  ])('with an objective whose %j is %j loses that one', (part, to, problem) => {
    const { text } = marked(changed(OPENSLO_ALPHA_FILE, part, to));
    const { documents, problems } = parse(text);
    expect(told(problems).join('\n')).toContain(
      `spec.objectives[1].${problem}`,
    );
    expect(documents[0].slos.map(({ name }) => name)).toEqual(['search-0']);
  });

  it('from elsewhere than a Prometheus is refused by name', () => {
    const { problems } = parse(
      OPENSLO_ALPHA_FILE.replace('source: prometheus', 'source: datadog')
        .replace('queryType: promql', 'queryType: query')
        .replace('    - ratioMetrics', '    - ratioMetric'),
    );
    expect(told(problems)).toEqual([
      '11:7 spec.objectives[0].ratioMetric: unknown field "ratioMetric"; did you mean "ratioMetrics"?',
      '11:7 spec.objectives[0].ratioMetrics: "ratioMetrics" is missing: threshold metrics of openslo/v1alpha are not supported',
    ]);
    const { problems: foreign } = parse(
      OPENSLO_ALPHA_FILE.replace(
        'source: prometheus',
        'source: datadog',
      ).replace('queryType: promql', 'queryType: query'),
    );
    expect(told(foreign)).toEqual([
      '13:19 spec.objectives[0].ratioMetrics.good.source: the source "datadog" is not supported, only prometheus',
      '14:22 spec.objectives[0].ratioMetrics.good.queryType: queries of the type "query" are not supported, only promql',
    ]);
  });
});
