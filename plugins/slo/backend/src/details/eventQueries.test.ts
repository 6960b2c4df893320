import {
  generateRules,
  parseSloFile,
  type SloSpecification,
} from '@shopstack/plugin-slo-common/rules';
import type { LoadedRule } from '../upstream/PrometheusReader';
import { countEvents, eventQueriesOf, templateOf } from './eventQueries';
import type { SloRules } from './loadedRules';

function rulesWith(queries: Record<string, string>): SloRules {
  const records = Object.entries(queries).map(
    ([name, query]) => [name, { name, query } as LoadedRule] as const,
  );
  return { records: new Map(records), alerts: {} };
}

const E = 'sum(rate(x{code=~"5.."}[{{.window}}]))';
const T = 'sum(rate(x[{{.window}}]))';

const FILE = `version: prometheus/v1
service: shop
slos:
  - name: availability
    objective: 99
    sli:
      events:
        error_query: ${E}
        total_query: ${T}
    alerting: {name: High}
`;

describe('the queries behind an objective', () => {
  it.each(['sloth', 'guarded'] as const)(
    'are found in the rules of %s mode',
    mode => {
      const { documents } = parseSloFile(FILE, { file: 'slo.yaml' });
      const rules = generateRules(documents[0], { mode })
        .flatMap(group => group.rules)
        .flatMap(rule => ('record' in rule ? [rule] : []));
      const found = eventQueriesOf(
        rulesWith(
          Object.fromEntries(rules.map(each => [each.record, each.expr])),
        ),
        undefined,
      );
      expect(found).toEqual({ errors: E, total: T });
    },
  );

  it('are taken from a long window, where a short one stands for something else too', () => {
    const rules = rulesWith({
      'slo:sli_error:ratio_rate5m':
        'sum(rate(e[5m])) / sum(rate(t[5m] offset 5m))',
      'slo:sli_error:ratio_rate1d': 'sum(rate(e[1d])) / sum(rate(t[1d]))',
    });
    expect(eventQueriesOf(rules, undefined)?.total).toBe(
      'sum(rate(t[{{.window}}]))',
    );
  });

  it('come from the file where no rule tells them', () => {
    const events = { kind: 'events', errorQuery: E, totalQuery: T } as const;
    const specification = { sli: events } as unknown as SloSpecification;
    const opaque = rulesWith({ 'slo:sli_error:ratio_rate5m': 'avg(x)' });
    expect(eventQueriesOf(opaque, specification)).toEqual({
      errors: E,
      total: T,
    });
    expect(eventQueriesOf(opaque, undefined)).toBeUndefined();
  });

  it('are split from a share that a file states as one', () => {
    const raw = (errorRatioQuery: string) =>
      eventQueriesOf(rulesWith({}), {
        sli: { kind: 'raw', errorRatioQuery },
      } as unknown as SloSpecification);
    expect(raw(`${E} / ${T}`)).toEqual({ errors: E, total: T });
    expect(raw(`1 - (${E} / ${T})`)?.total).toBe(T);
    expect(raw('avg_over_time(probe[{{.window}}])')).toBeUndefined();
    expect(raw('fixed / total')).toBeUndefined();
  });
});

describe('templateOf', () => {
  it.each([
    ['rate(x[5m])', 'rate(x[{{.window}}])'],
    ['sum_over_time((x)[ 5m :30s])', 'sum_over_time((x)[{{.window}}:30s])'],
    ['rate(x{a="[5m]"}[300s])', 'rate(x{a="[5m]"}[{{.window}}])'],
    ["rate(x{a='[5m]\\''}[5m])", "rate(x{a='[5m]\\''}[{{.window}}])"],
  ])('takes the window out of %s', (query, template) => {
    expect(templateOf(query, 300)).toBe(template);
  });

  it('says when there is none', () => {
    expect(templateOf('rate(x[1h])', 300)).toBeUndefined();
  });
});

it('counts the events of a window', () => {
  expect(countEvents(T, 3_600)).toBe('(sum(rate(x[1h]))) * 3600');
  expect(countEvents('sum(increase(x[{{.window}}]))', 5_400)).toBe(
    'sum(increase(x[1h30m]))',
  );
  expect(countEvents('avg_over_time(x[{{.window}}])', 60)).toBeUndefined();
});
