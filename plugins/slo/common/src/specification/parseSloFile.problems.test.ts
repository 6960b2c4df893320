import { SLOTH_FILE } from './__testUtils__/slothFiles';
import { changed, marked, told } from './__testUtils__/marked';
import { parseSloFile } from './parseSloFile';

const parse = (text: string) => parseSloFile(text, { file: 'slo.yaml' });
const ERRORS =
  'sum(rate(http_requests_total{job="checkout",code=~"5.."}[{{.window}}]))';
const EVENTS = 'slos[0].sli.events';

/** What is changed in the file, to what (`¶` where the problem has to be told), and what has to be told. */
type Refusal = [part: string, to: string, problem: string];

/** What is wrong with the first objective. */
const OF_ONE: Refusal[] = [
  [
    'objective: 99.9',
    'objective: ¶100',
    'slos[0].objective: an objective of 100 leaves no error budget: it must be below 100',
  ],
  [
    'objective: 99.9',
    'objective: ¶0',
    'slos[0].objective: an objective is a percentage between 0 and 100, both excluded; this is 0',
  ],
  [
    'objective: 99.9',
    'objective: ¶-1',
    'slos[0].objective: an objective is a percentage between 0 and 100, both excluded; this is -1',
  ],
  [
    'objective: 99.9',
    'objective: ¶101',
    'slos[0].objective: an objective is a percentage between 0 and 100, both excluded; this is 101',
  ],
  [
    'objective: 99.9',
    'objective: ¶.nan',
    'slos[0].objective: an objective is a percentage between 0 and 100, both excluded; this is NaN',
  ],
  [
    'objective: 99.9',
    'objective: ¶.inf',
    'slos[0].objective: an objective is a percentage between 0 and 100, both excluded; this is Infinity',
  ],
  [
    'objective: 99.9',
    'objective: ¶"99.9"',
    'slos[0].objective: must be a number, this is text',
  ],
  [
    'objective: 99.9',
    'objective: ¶99,9',
    'slos[0].objective: must be a number, this is text',
  ],
  ['objective: 99.9', '¶objective:', 'slos[0].objective: needs a value'],
  [
    'objective: 99.9',
    '¶objectve: 99.9',
    'slos[0].objectve: unknown field "objectve"; did you mean "objective"?',
  ],
  [
    '  - name: availability',
    '  - ¶title: availability',
    'slos[0].title: unknown field "title"; known: name, description, objective, labels, sli, alerting, interval, plugins',
  ],
  [
    '  - name: availability\n    description',
    '  - ¶description',
    'slos[0].name: "name" is missing',
  ],
  [
    'name: availability',
    'name: ¶avail ability',
    'slos[0].name: a name has at least two characters, begins and ends with a letter or digit, and holds only letters, digits, ".", "_" and "-"',
  ],
  [
    'name: availability',
    'name: ¶-availability',
    'slos[0].name: a name has at least two characters, begins and ends with a letter or digit, and holds only letters, digits, ".", "_" and "-"',
  ],
  ['name: availability', 'name: ¶""', 'slos[0].name: must not be empty'],
  [
    'name: availability',
    'name: ¶12',
    'slos[0].name: must be text, this is a number',
  ],
  [
    'name: availability',
    `name: ¶${'a'.repeat(129)}`,
    'slos[0].name: a name has at most 128 characters',
  ],
  [
    'category: availability',
    '¶cat-egory: availability',
    'slos[0].labels.cat-egory: a label name holds only letters, digits and "_", and does not begin with a digit',
  ],
  [
    'category: availability',
    '¶__name__: availability',
    'slos[0].labels.__name__: label names that begin with "__" are reserved by Prometheus',
  ],
  [
    'category: availability',
    '¶__proto__: availability',
    'slos[0].labels.__proto__: label names that begin with "__" are reserved by Prometheus',
  ],
  [
    'category: availability',
    'category: ¶""',
    'slos[0].labels.category: must not be empty',
  ],
  [
    'category: availability',
    '¶category:',
    'slos[0].labels.category: needs a value',
  ],
  [
    'category: availability',
    'category: ¶[a, b]',
    'slos[0].labels.category: must be text, this is a list',
  ],
  [
    'error_query:',
    '¶errors:',
    `${EVENTS}.errors: unknown field "errors"; known: error_query, total_query`,
  ],
  [
    'error_query:',
    '¶errorQuery:',
    `${EVENTS}.errorQuery: unknown field "errorQuery"; did you mean "error_query"?`,
  ],
  [
    'error_query:',
    '¶constructor:',
    `${EVENTS}.constructor: unknown field "constructor"; known: error_query, total_query`,
  ],
  [
    ERRORS,
    '¶sum(rate(x[5m]))',
    `${EVENTS}.error_query: must hold {{.window}} where the duration stands, as in rate(x[{{.window}}])`,
  ],
  [ERRORS, '¶""', `${EVENTS}.error_query: must not be empty`],
  [ERRORS, '¶[]', `${EVENTS}.error_query: must be text, this is a list`],
  [
    ERRORS,
    'sum(rate(x[{{.window}}])) + ¶{{ .period }}',
    `${EVENTS}.error_query: {{ .period }} is not filled in: only {{.window}} is`,
  ],
  [
    ERRORS,
    'sum(rate(x{a="}"}[{{.window}}])) ¶errors',
    `${EVENTS}.error_query: not PromQL: unexpected "errors"`,
  ],
  [
    ERRORS,
    '"sum(rate(x{a=\\"b\\"}[{{ .window }}])) ¶errors"',
    `${EVENTS}.error_query: not PromQL: unexpected "errors"`,
  ],
  [
    ERRORS,
    "'sum(rate(x{a=''b''}[{{ .window }}])) ¶errors'",
    `${EVENTS}.error_query: not PromQL: unexpected "errors"`,
  ],
  [
    ERRORS,
    '|\n          sum(\n            rate(x[{{.window}}])\n          ) ¶errors\n',
    `${EVENTS}.error_query: not PromQL: unexpected "errors"`,
  ],
  [
    ERRORS,
    '>-\n          sum(\n            rate(x[{{.window}}])\n\n          ) ¶errors\n',
    `${EVENTS}.error_query: not PromQL: unexpected "errors"`,
  ],
  [
    ERRORS,
    'sum(rate(x[{{.window}}])\n          + + +¶',
    `${EVENTS}.error_query: not PromQL: it ends too early`,
  ],
  [
    ERRORS,
    '|\n          sum(rate(x[{{.window}}])¶\n',
    `${EVENTS}.error_query: not PromQL: it ends too early`,
  ],
  [
    ERRORS,
    `¶${'x'.repeat(10_001)}`,
    `${EVENTS}.error_query: a query has at most 10000 characters`,
  ],
  [
    ERRORS,
    `rate(x[{{.window}}]) + ${'('.repeat(100)}¶(1)`,
    `${EVENTS}.error_query: nested more than 100 levels deep`,
  ],
  [
    'sum(rate(http_requests_total{job="checkout"}[{{.window}}]))',
    `¶${ERRORS}`,
    `${EVENTS}.total_query: "error_query" and "total_query" are the same: every event would be an error`,
  ],
  [
    '      events:\n',
    '      ¶ratio:\n',
    'slos[0].sli.ratio: unknown field "ratio"; known: events, raw, plugin',
  ],
  [
    '      events:\n',
    '      ¶raw: {error_ratio_query: "x[{{.window}}]"}\n      events:\n',
    'slos[0].sli: only one of "events" and "raw" can be given',
  ],
  [
    '      events:\n',
    '      ¶plugin: {id: noop}\n      x:\n',
    'slos[0].sli.plugin: SLI plugins are not supported: write the query under "events" or "raw"',
  ],
  [
    '      name: CheckoutErrors\n      labels',
    '      ¶labels',
    'slos[0].alerting.name: "name" is missing',
  ],
  [
    'name: CheckoutErrors',
    '¶nam: CheckoutErrors',
    'slos[0].alerting.nam: unknown field "nam"; did you mean "name"?',
  ],
  [
    'runbook: https',
    '¶run-book: https',
    'slos[0].alerting.annotations.run-book: a label name holds only letters, digits and "_", and does not begin with a digit',
  ],
  [
    '      page_alert:\n        labels:',
    '      page_alert:\n        disable: ¶yes\n        labels:',
    'slos[0].alerting.page_alert.disable: must be true or false, this is text',
  ],
  [
    '      page_alert:\n        labels:',
    '      page_alert:\n        ¶disabled: true\n        labels:',
    'slos[0].alerting.page_alert.disabled: unknown field "disabled"; did you mean "disable"?',
  ],
  [
    '    objective: 99.9',
    '    plugins:\n      chain:\n        - id: ¶sloth.dev/contrib/error_budget_exhausted_alert/v1\n    objective: 99.9',
    'slos[0].plugins.chain[0].id: the SLO plugin "sloth.dev/contrib/error_budget_exhausted_alert/v1" is not supported',
  ],
];

/** What is wrong with all of the document. */
const OF_ALL: Refusal[] = [
  [
    'version: prometheus/v1',
    'version: ¶prometheus/v2',
    'version: the version "prometheus/v2" is not read, only "prometheus/v1"',
  ],
  [
    'version: prometheus/v1',
    'version: ¶1',
    'version: must be text, this is a number',
  ],
  [
    'version: prometheus/v1\n',
    '¶',
    'version: this names no format: "version: prometheus/v1", or "apiVersion" and "kind", is missing',
  ],
  [
    'version: prometheus/v1',
    'apiVersion: ¶prometheus/v1',
    'apiVersion: the version "prometheus/v1" is not read; known: sloth.slok.dev/v1, openslo/v1, openslo/v1alpha',
  ],
  [
    'version: prometheus/v1',
    'apiVersion: openslo/v1\nkind: ¶Pod',
    'kind: the kind "Pod" is not read; known: SLO, SLI, Service, DataSource, AlertPolicy, AlertCondition, AlertNotificationTarget, BudgetAdjustment',
  ],
  [
    'version: prometheus/v1\nservice: checkout',
    '¶version: prometheus/v1',
    'service: "service" is missing',
  ],
  [
    'service: checkout',
    'service: ¶check out',
    'service: a name has at least two characters, begins and ends with a letter or digit, and holds only letters, digits, ".", "_" and "-"',
  ],
  [
    'service: checkout',
    'service: ¶{}',
    'service: must be text, this is a mapping',
  ],
  [
    'service: checkout',
    '¶servce: checkout',
    'servce: unknown field "servce"; did you mean "service"?',
  ],
  [
    '  team: team-checkout',
    '  ¶a.b: c',
    'labels.a.b: a label name holds only letters, digits and "_", and does not begin with a digit',
  ],
  [
    'labels:\n  team: team-checkout\n  tier: 2',
    'labels: ¶[team]',
    'labels: must be a mapping, this is a list',
  ],
  [
    'labels:\n  team',
    'slo_plugins:\n  chain:\n    - id: ¶sloth.dev/contrib/info_labels/v1\nlabels:\n  team',
    'slo_plugins.chain[0].id: the SLO plugin "sloth.dev/contrib/info_labels/v1" is not supported',
  ],
  [
    'labels:\n  team',
    'slo_plugins:\n  ¶override_previous: true\nlabels:\n  team',
    'slo_plugins.override_previous: leaving out the rules of Sloth is not supported',
  ],
];

/** The changed file, and what has to be told of it with its place. */
function refusal([part, to, problem]: Refusal) {
  const { text, line, column } = marked(changed(SLOTH_FILE, part, to));
  return { text, expected: `${line}:${column} ${problem}` };
}

describe('an objective that is wrong', () => {
  it.each(OF_ONE)('with %j as %j is refused alone', (...change) => {
    const { text, expected } = refusal(change);
    const { documents, problems } = parse(text);
    expect(told(problems)).toContain(expected);
    expect(documents.flatMap(({ slos }) => slos.map(slo => slo.name))).toEqual([
      'freshness',
    ]);
  });

  it('without alerting is told how to have none', () => {
    const text = SLOTH_FILE.slice(0, SLOTH_FILE.lastIndexOf('    alerting:'));
    const { documents, problems } = parse(text);
    expect(told(problems)).toEqual([
      '31:5 slos[1].alerting: "alerting" is missing: name the alert, or disable both',
    ]);
    expect(documents[0].slos).toHaveLength(1);
  });

  it('is told of everything that is wrong with it, in the order of lines', () => {
    const text = [
      ['objective: 99.9', 'objective: 100'],
      ['name: CheckoutErrors', 'nam: CheckoutErrors'],
      [ERRORS, 'sum(rate(x[{{.window}}])'],
    ].reduce((all, [part, to]) => changed(all, part, to), SLOTH_FILE);
    expect(
      parse(text).problems.map(({ line, path }) => `${line} ${path}`),
    ).toEqual([
      '9 slos[0].objective',
      '15 slos[0].sli.events.error_query',
      '18 slos[0].alerting.nam',
      '18 slos[0].alerting.name',
    ]);
  });
});

describe('a document that is wrong', () => {
  it.each(OF_ALL)('with %j as %j is refused', (...change) => {
    const { text, expected } = refusal(change);
    const { documents, problems } = parse(text);
    expect(told(problems)).toContain(expected);
    expect(documents).toEqual([]);
  });

  it.each([
    ['slos: []', '3:7 slos: must not be empty'],
    ['slos:', '3:1 slos: needs a value'],
    ['slos: {}', '3:7 slos: must be a list, this is a mapping'],
    ['slos: [null, x]', '3:8 slos[0]: must be a mapping, this is nothing'],
    ['slos: [null, x]', '3:14 slos[1]: must be a mapping, this is text'],
    ['', '1:1 slos: "slos" is missing'],
  ])('with %j is refused', (slos, problem) => {
    const { documents, problems } = parse(
      `version: prometheus/v1\nservice: checkout\n${slos}\n`,
    );
    expect(told(problems)).toContain(problem);
    expect(documents).toEqual([]);
  });

  it('does not hide what is wrong with its objectives', () => {
    const text = changed(
      changed(SLOTH_FILE, 'service: checkout', 'service: a b'),
      'objective: 95',
      'objective: 100',
    );
    expect(parse(text).problems.map(({ line }) => line)).toEqual([2, 32]);
  });

  it('leaves the other documents of the file alone', () => {
    const { documents, problems } = parse(
      `version: prometheus/v3\n---\n- a list\n---\n${SLOTH_FILE}---\na: [\n`,
    );
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 52]);
    expect(documents.flatMap(({ slos }) => slos)).toHaveLength(2);
  });
});

describe('names that come twice', () => {
  it('are refused where they come again, with the first line', () => {
    const again = changed(SLOTH_FILE, 'name: freshness', 'name: availability');
    const { documents, problems } = parse(again);
    expect(told(problems)).toEqual([
      '31:1: the objective "checkout-availability" is already stated in line 7',
    ]);
    expect(documents[0].slos.map(({ line }) => line)).toEqual([7]);
  });

  it('are refused in another document of the file', () => {
    const { documents, problems } = parse(`${SLOTH_FILE}---\n${SLOTH_FILE}`);
    expect(problems.map(({ line }) => line)).toEqual([53, 77]);
    expect(documents).toHaveLength(1);
  });
});
