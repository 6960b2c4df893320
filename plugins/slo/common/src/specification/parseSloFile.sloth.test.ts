import { SLOTH_FILE, SLOTH_OBJECT } from './__testUtils__/slothFiles';
import { changed, marked, told } from './__testUtils__/marked';
import { parseSloFile } from './parseSloFile';

const parse = (text: string) => parseSloFile(text, { file: 'slo.yaml' });

describe('a file of Sloth', () => {
  it('gives its objectives with the labels of the service below their own', () => {
    const { documents, problems, warnings } = parse(SLOTH_FILE);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(documents[0].format).toBe('prometheus/v1');
    expect(documents[0].slos[0]).toEqual({
      service: 'checkout',
      name: 'availability',
      description: 'Orders are answered without errors of ours.',
      objective: 99.9,
      labels: { team: 'team-checkout', tier: '1', category: 'availability' },
      sli: {
        kind: 'events',
        errorQuery:
          'sum(rate(http_requests_total{job="checkout",code=~"5.."}[{{.window}}]))',
        totalQuery:
          'sum(rate(http_requests_total{job="checkout"}[{{.window}}]))',
      },
      budgeting: { method: 'occurrences' },
      alerting: {
        name: 'CheckoutErrors',
        labels: { channel: 'checkout' },
        annotations: { runbook: 'https://example.com/runbooks/checkout' },
        page: {
          disable: false,
          labels: { severity: 'critical' },
          annotations: { summary: 'Wake somebody up' },
        },
        ticket: {
          disable: false,
          labels: { severity: 'warning' },
          annotations: {},
        },
      },
      line: 7,
    });
    expect(documents[0].slos[1]).toMatchObject({
      name: 'freshness',
      objective: 95,
      labels: { team: 'team-checkout', tier: '2' },
      sli: { kind: 'raw', errorRatioQuery: expect.stringMatching(/^1 - \(\n/) },
      alerting: {
        name: '',
        page: { disable: true },
        ticket: { disable: true },
      },
      line: 31,
    });
  });

  it('may hold several documents, and empty ones between them', () => {
    const second = changed(SLOTH_FILE, 'service: checkout', 'service: cart');
    const { documents, problems } = parse(
      `---\n# the first\n${SLOTH_FILE}---\n\n---\n${second}`,
    );
    expect(problems).toEqual([]);
    expect(documents.map(({ slos }) => slos.map(slo => slo.service))).toEqual([
      ['checkout', 'checkout'],
      ['cart', 'cart'],
    ]);
    expect(documents[1].slos[0].line).toBe(57);
  });

  it('may spell the raw query in both ways of Sloth', () => {
    const { documents, problems } = parse(
      changed(SLOTH_FILE, 'error_ratio_query', 'errorRatioQuery'),
    );
    expect(problems).toEqual([]);
    expect(documents[0].slos).toHaveLength(2);
  });

  it('says that the alerts of the Kubernetes object have no effect in it, as in Sloth', () => {
    const { text, line, column } = marked(
      changed(
        SLOTH_FILE,
        '      page_alert:\n        labels:',
        '      ¶pageAlert:\n        labels:',
      ),
    );
    const { documents, problems, warnings } = parse(text);
    expect(problems).toEqual([]);
    expect(documents[0].slos[0].alerting.page.labels).toEqual({});
    expect(told(warnings!)).toEqual([
      `${line}:${column} slos[0].alerting.pageAlert: has no effect here: this format writes "page_alert"`,
    ]);
  });

  it('says how often its rules are evaluated, by itself or by a plugin', () => {
    const own = changed(
      SLOTH_FILE,
      '    objective: 99.9',
      '    interval: {all: 5m, slierror: 4m}\n    objective: 99.9',
    );
    const shared = `${SLOTH_FILE}
slo_plugins:
  chain:
    - id: sloth.dev/contrib/rule_intervals/v1
      config: {interval: {default: 2m, alert: 30s}}
`;
    expect(parse(own).documents[0].slos[0].intervals).toEqual({
      sli: 240,
      metadata: 300,
      alerts: 300,
    });
    expect(
      parse(shared).documents[0].slos.map(({ intervals }) => intervals),
    ).toEqual([
      { sli: 120, metadata: 120, alerts: 30 },
      { sli: 120, metadata: 120, alerts: 30 },
    ]);
    expect(
      parse(own.replace('5m', 'often')).problems.map(({ reason }) => reason),
    ).toEqual(['"often" is no duration such as 30s or 5m']);
  });

  it('weighs errors by traffic where the plugin for it is named', () => {
    const plugin =
      '    plugins: {chain: [{id: sloth.dev/contrib/denominator_corrected_rules/v1}]}\n';
    const events = changed(
      SLOTH_FILE,
      '    objective: 99.9',
      `${plugin}    objective: 99.9`,
    );
    const raw = changed(
      SLOTH_FILE,
      '    objective: 95',
      `${plugin}    objective: 95`,
    );
    const [first, second] = parse(events).documents[0].slos;
    expect(first.denominatorCorrected).toBe(true);
    expect(second).not.toHaveProperty('denominatorCorrected');
    expect(parse(raw).problems.map(({ reason }) => reason)).toEqual([
      'the plugin denominator_corrected_rules needs "events"',
    ]);
  });

  it('may name the plugins of Sloth that change no rules', () => {
    const chain =
      'slo_plugins:\n  chain:\n    - id: sloth.dev/core/debug/v1\n      priority: -5\n      config: {msg: hello}\n';
    expect(parse(SLOTH_FILE + chain).problems).toEqual([]);
  });

  it.each([
    ['with the line ends of Windows', SLOTH_FILE.replace(/\n/g, '\r\n')],
    ['with a mark of the byte order', `\uFEFF${SLOTH_FILE}`],
  ])('is read %s', (_, text) => {
    const expected = parse(SLOTH_FILE);
    expect(parse(text)).toEqual(expected);
  });
});

describe('an object of Sloth', () => {
  it('keeps what its rules inherit', () => {
    const { documents, problems } = parse(SLOTH_OBJECT);
    expect(problems).toEqual([]);
    expect(documents).toEqual([
      {
        format: 'sloth.slok.dev/v1',
        kubernetes: {
          name: 'checkout-slos',
          namespace: 'monitoring',
          labels: { 'app.kubernetes.io/part-of': 'shop' },
          annotations: { 'example.com/owner': 'team-checkout' },
        },
        slos: [
          expect.objectContaining({
            service: 'checkout',
            name: 'availability',
            labels: { team: 'team-checkout' },
            sli: expect.objectContaining({
              errorQuery:
                'sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))',
            }),
            alerting: {
              name: 'CheckoutErrors',
              labels: {},
              annotations: {},
              page: {
                disable: false,
                labels: { severity: 'critical' },
                annotations: {},
              },
              ticket: { disable: true, labels: {}, annotations: {} },
            },
            line: 15,
          }),
        ],
      },
    ]);
  });

  it.each([
    ['  name: checkout-slos\n', '', '4:3 metadata.name: "name" is missing'],
    [
      'errorQuery:',
      'error_query:',
      '19:11 spec.slos[0].sli.events.error_query: unknown field "error_query"; did you mean "errorQuery"?',
    ],
    [
      'team: team-checkout',
      'team: 5',
      '13:11 spec.labels.team: must be text, this is a number: put it in quotes',
    ],
    [
      'kind: PrometheusServiceLevel',
      'kind: PrometheusServiceLevels',
      '2:7 kind: the kind "PrometheusServiceLevels" is not read; did you mean "PrometheusServiceLevel"?',
    ],
    [
      'kind: PrometheusServiceLevel',
      'kind: AlertWindows',
      '2:7 kind: this states windows of alerts, no objectives: windows are read from their own files',
    ],
    [
      'sloth.slok.dev/v1',
      'sloth.slok.dev/v2',
      '1:13 apiVersion: the version "sloth.slok.dev/v2" is not read; did you mean "sloth.slok.dev/v1"?',
    ],
  ])('with %j as %j is refused', (part, to, problem) => {
    const { documents, problems } = parse(changed(SLOTH_OBJECT, part, to));
    expect(told(problems)).toContain(problem);
    expect(documents).toEqual([]);
  });
});
