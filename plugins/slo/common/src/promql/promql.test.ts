import {
  eventsOver,
  hasWindow,
  promqlProblem,
  seriesSelectors,
  splitRatio,
  withWindow,
} from '.';

describe('promqlProblem', () => {
  it.each([
    'sum(rate(http_requests_total{code=~"(5..|429)"}[5m]))',
    '(sum(rate(a[30d])) or 0 * sum(rate(b[30d]))) / (sum(rate(b[30d])) > 0)',
    'sum_over_time((count(x < 0.75))[5m:]) OR on() vector(0)',
    'max(a{b="c"} > (14.4 * 0.001)) without (w) and max(d) without (w)',
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    '1 - (histogram_fraction(0, 0.2, sum(rate(x[5m]))))',
    'min_over_time(timestamp(slo:sli_error:ratio_rate5m)[30d:6h])',
    'rate(x[5m] offset 1w)',
    'predict_linear(x[1h], 3600)',
    'quantile_over_time(0.9, x[5m])',
    'sum by (job) (a) / on (job) group_left (team) b',
    'avg_over_time((a > bool 0.5)[1h:1m])',
  ])('finds nothing wrong with %s', expression => {
    expect(promqlProblem(expression)).toBeUndefined();
  });

  it.each([
    ['', 'no expression', 0],
    ['sum(rate(x[5m])', 'ends too early', 15],
    ['sum(rate(x[5m])) +', 'ends too early', 18],
    ['rate(x)', 'takes a range', 0],
    ['sum(x[5m])', 'does not take a range', 0],
    ['x[5m]', 'no value', 0],
    ['x{a="b"', 'ends too early', 7],
    ['x{a=b}', 'unexpected "b}"', 4],
    ['abs(x[5m])', 'does not take', 0],
    ['1 or vector(1)', 'do not take a number', 0],
    ['not a query', 'unexpected', 4],
    ['up or"', 'a text cannot be calculated with', 0],
    ['x{a="b\\"}', 'ends too early', 9],
    ['count_values("a, x)', 'ends too early', 19],
    ['up * "a"', 'a text cannot be calculated with', 0],
  ])('says of %s that it %s', (expression, message, offset) => {
    expect(promqlProblem(expression)).toEqual({
      message: expect.stringContaining(message),
      offset,
    });
  });
});

describe('the window of a query', () => {
  it('is filled in however it is spaced', () => {
    expect(hasWindow('rate(x[{{ .window }}])')).toBe(true);
    expect(hasWindow('rate(x[5m])')).toBe(false);
    expect(withWindow('a[{{.window}}] + b[{{ .window}}]', '5m')).toBe(
      'a[5m] + b[5m]',
    );
  });
});

describe('splitRatio', () => {
  it.each([
    [
      '(sum(rate(e[5m])))\n/\n(sum(rate(t[5m])))',
      'sum(rate(e[5m]))',
      'sum(rate(t[5m]))',
    ],
    ['((a - b) / b)', 'a - b', 'b'],
    ['1 - (g / t)', '(t) - (g)', 't'],
    ['((e) or 0 * (t)) / ((t) > 0)', 'e', 't'],
    ['(e or vector(0)) / t', 'e or vector(0)', 't'],
  ])('takes %s apart', (expression, errors, total) => {
    expect(splitRatio(expression)).toEqual({ errors, total });
  });

  it.each([
    'x',
    'a / on(b) c',
    'sum_over_time(x[30d]) / ignoring (w) count_over_time(x[30d])',
    'a * b',
    '2 - a / b',
    'a / b c',
  ])('leaves %s alone', expression => {
    expect(splitRatio(expression)).toBeUndefined();
  });
});

describe('eventsOver', () => {
  it.each([
    ['sum(rate(x[1h]))', '(sum(rate(x[1h]))) * 3600'],
    [
      'sum(rate(a[1h])) - sum(rate(b{le="1"}[1h]))',
      '(sum(rate(a[1h])) - sum(rate(b{le="1"}[1h]))) * 3600',
    ],
    ['sum(increase(x[1h]))', 'sum(increase(x[1h]))'],
    ['sum(count_over_time(up[1h]))', 'sum(count_over_time(up[1h]))'],
    ['sum_over_time((count(x))[1h:])', 'sum_over_time((count(x))[1h:])'],
    ['sum(rate(x[1h])) or vector(0)', '(sum(rate(x[1h])) or vector(0)) * 3600'],
  ])('counts the events of %s', (query, events) => {
    expect(eventsOver(query, 3_600)).toBe(events);
  });

  it.each([
    'sum(irate(x[1h]))',
    'sum(rate(x[1h])) / 2',
    'sum(rate(x[1h])) + sum(increase(y[1h]))',
    'avg(rate(x[1h]))',
    'avg_over_time(x[1h])',
    'x',
    'sum(rate(x[1h])',
  ])('does not guess at %s', query => {
    expect(eventsOver(query, 3_600)).toBeUndefined();
  });
});

it('finds the selectors of an expression', () => {
  expect(
    seriesSelectors(
      'sum(rate(a{x="1",y=~"b,c"}[5m])) / sum(rate({__name__="d"}[5m]))',
    ),
  ).toEqual([
    {
      metric: 'a',
      matchers: [
        { label: 'x', text: 'x="1"' },
        { label: 'y', text: 'y=~"b,c"' },
      ],
    },
    {
      metric: undefined,
      matchers: [{ label: '__name__', text: '__name__="d"' }],
    },
  ]);
});
