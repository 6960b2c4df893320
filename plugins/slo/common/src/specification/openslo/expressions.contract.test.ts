import {
  type Expectation,
  Promtool,
} from '../../generator/__testUtils__/Promtool';
import { withWindow } from '../../promql';
import type { Sli } from '../SloSpecification';
import { parseSloFile } from '../parseSloFile';

jest.setTimeout(60_000);

const describeReal = Promtool.isInstalled() ? describe : describe.skip;

/** What an indicator becomes, as the queries of bad events, of all, and their share, over ten minutes. */
function queriesOf(indicator: string): Record<string, string> {
  const { documents, problems } = parseSloFile(
    `apiVersion: openslo/v1
kind: SLO
metadata: {name: objective}
spec:
  service: service
  budgetingMethod: Occurrences
  indicator: {spec: ${indicator}}
  objectives: [{op: lte, value: 500, target: 0.99}]
`,
    { file: 'slo.yaml' },
  );
  expect(problems).toEqual([]);
  const sli: Sli = documents[0].slos[0].sli;
  const filled = (query: string) => withWindow(query, '10m');
  return sli.kind === 'raw'
    ? { share: filled(sli.errorRatioQuery) }
    : {
        bad: filled(sli.errorQuery),
        total: filled(sli.totalQuery),
        share: `(${filled(sli.errorQuery)}) / (${filled(sli.totalQuery)})`,
      };
}

const source = (query: string) =>
  `{metricSource: {type: prometheus, spec: {query: '${query}'}}}`;

describeReal('an indicator of OpenSLO in a real rule engine', () => {
  const played = (series: Record<string, string>, expected: Expectation[]) =>
    new Promtool().play([], [{ name: 'story', series, expected }]);

  it('counts the good and the rest of growing counters', () => {
    const { bad, total, share } = queriesOf(
      `{ratioMetric: {counter: true, good: ${source('sum(events_total{ok="yes"})')}, total: ${source('sum(events_total)')}}}`,
    );
    expect(
      played(
        {
          'events_total{ok="yes"}': '0+9x20',
          'events_total{ok="no"}': '0+1x20',
        },
        [
          ['15m', total, 100],
          ['15m', bad, 10],
          ['15m', share, 0.1],
        ],
      ),
    ).toBe('');
  });

  it('takes all events as bad where none was ever good', () => {
    const { bad } = queriesOf(
      `{ratioMetric: {counter: true, good: ${source('sum(events_total{ok="yes"})')}, total: ${source('sum(events_total)')}}}`,
    );
    expect(
      played({ 'events_total{ok="no"}': '0+1x20' }, [['15m', bad, 10]]),
    ).toBe('');
  });

  it('adds up values that are no counters', () => {
    const { share } = queriesOf(
      `{ratioMetric: {bad: ${source('sum(failed)')}, total: ${source('sum(tried)')}}}`,
    );
    expect(
      played({ failed: '0x15 6x25', tried: '10x40' }, [
        ['15m', share, 0],
        ['30m', share, 0.6],
      ]),
    ).toBe('');
  });

  it('averages a stored share, and turns one of successes around', () => {
    const series = { ratio: '0.9x10 0.7x10' };
    const { share: failures } = queriesOf(
      `{ratioMetric: {rawType: failure, raw: ${source('ratio')}}}`,
    );
    const { share: successes } = queriesOf(
      `{ratioMetric: {rawType: success, raw: ${source('ratio')}}}`,
    );
    expect(
      played(series, [
        ['10m', failures, 0.9],
        ['10m', successes, 0.1],
        ['21m', failures, 0.7],
      ]),
    ).toBe('');
  });

  it('counts the minutes over a threshold, and not those without a value', () => {
    const { total, share } = queriesOf(
      `{thresholdMetric: ${source('milliseconds')}}`,
    );
    const every = (value: string) => Array(40).fill(value).join(' ');
    const nothing = { 'milliseconds{pod="idle"}': every('NaN') };
    expect(
      played(
        {
          ...nothing,
          'milliseconds{pod="fast"}': every('100'),
          'milliseconds{pod="edge"}': every('500'),
          'milliseconds{pod="slow"}': every('501'),
          'milliseconds{pod="stuck"}': every('Inf'),
        },
        [['30m', share, 0.5]],
      ),
    ).toBe('');
    expect(
      played(nothing, [
        ['30m', total, undefined],
        ['30m', share, undefined],
      ]),
    ).toBe('');
  });
});
