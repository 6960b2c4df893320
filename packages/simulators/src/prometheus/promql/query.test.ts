import { parsePromql } from './parser/parse';
import { MemorySource } from './memorySource';
import { instantQuery, rangeQuery } from './query';
import { printLabels } from './labels';

const MINUTE = 60_000;

/** A counter scraped each minute from 0. */
function scraped(values: (number | 'stale')[]): [number, number | 'stale'][] {
  return values.map((value, index) => [index * MINUTE, value]);
}

function ask(source: MemorySource, query: string, time: number) {
  const result = instantQuery(parsePromql(query), source, time);
  if (result.type === 'scalar') return { scalar: result.point[1] };
  if (result.type !== 'vector') throw new Error(`unexpected ${result.type}`);
  return Object.fromEntries(
    result.series.map(({ labels, point }) => [printLabels(labels), point[1]]),
  );
}

describe('rates', () => {
  const counter = new MemorySource().add(
    { __name__: 'c' },
    scraped([0, 60, 120, 180, 240, 300]),
  );

  it.each<[string, number, Record<string, number>]>([
    // Samples at 0..5 min; the window [0, 5 min] is full.
    ['rate(c[5m])', 5 * MINUTE, { '{}': 1 }],
    ['increase(c[5m])', 5 * MINUTE, { '{}': 300 }],
    // Window [30 s, 4 min 30 s] holds 60..240; both edges are 30 s away, less than 1.1 x 60 s: 180 over 180 s -> 240.
    ['increase(c[4m])', 4.5 * MINUTE, { '{}': 240 }],
    // Window [2 min, 12 min]: samples 120..300, the end is 7 min away: only half a distance is added. 180 s -> 210 s.
    ['increase(c[10m])', 12 * MINUTE, { '{}': 210 }],
    // The counter was 0 at 0: the window starts 50 s before, but nothing is extrapolated to before zero.
    ['increase(c[350s])', 5 * MINUTE, { '{}': 300 }],
    ['irate(c[5m])', 5 * MINUTE, { '{}': 1 }],
    // One sample is not enough.
    ['rate(c[30s])', 5 * MINUTE, {}],
  ])('%s at %d', (query, time, expected) => {
    expect(ask(counter, query, time)).toEqual(expected);
  });

  it('adds what a reset took away', () => {
    const reset = new MemorySource().add(
      { __name__: 'c' },
      scraped([0, 10, 20, 5, 15]),
    );
    // 15 - 0 + 20 = 35 over exactly the window.
    expect(ask(reset, 'increase(c[4m])', 4 * MINUTE)).toEqual({ '{}': 35 });
    expect(ask(reset, 'resets(c[4m])', 4 * MINUTE)).toEqual({ '{}': 1 });
    expect(ask(reset, 'delta(c[4m])', 4 * MINUTE)).toEqual({ '{}': 15 });
    // irate over a reset starts from zero: 5 / 60 s.
    expect(ask(reset, 'irate(c[2m])', 3 * MINUTE)['{}']).toBeCloseTo(5 / 60);
  });

  it('sees the increase of a window as the sum of the increases of its parts', () => {
    const values = Array.from(
      { length: 61 },
      (_, i) => ((i * 37) % 11) + 6 * i,
    );
    const source = new MemorySource().add(
      { __name__: 'c' },
      scraped(
        values.map(
          (_, i) => values.slice(0, i + 1).reduce((a, b) => a + b, 0) % 4000,
        ),
      ),
    );
    const steps = rangeQuery(parsePromql('increase(c[1m])'), source, {
      start: MINUTE,
      end: 60 * MINUTE,
      step: MINUTE,
    })[0].points;
    const total = ask(source, 'increase(c[1h])', 60 * MINUTE)['{}'];
    expect(steps.reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo(
      total,
      6,
    );
  });
});

describe('staleness', () => {
  const source = new MemorySource().add(
    { __name__: 'g' },
    scraped([1, 2, 'stale', 4]),
  );

  it.each<[string, number, Record<string, number>]>([
    ['g', 1.5 * MINUTE, { g: 2 }],
    ['g', 2 * MINUTE, {}],
    ['g', 3 * MINUTE, { g: 4 }],
    ['g', 8 * MINUTE, { g: 4 }],
    ['g', 8 * MINUTE + 1, {}],
    // Range functions do not see stale markers.
    ['count_over_time(g[5m])', 4 * MINUTE, { '{}': 3 }],
  ])('%s at %d', (query, time, expected) => {
    expect(ask(source, query, time)).toEqual(expected);
  });
});

describe('histogram_quantile', () => {
  const source = new MemorySource();
  for (const [le, count] of [
    ['0.1', 10],
    ['0.5', 30],
    ['1', 40],
    ['+Inf', 40],
  ] as const) {
    source.add({ __name__: 'b', le }, [[0, count]]);
  }
  source.add({ __name__: 'inverted', le: '1' }, [[0, 10]]);
  source.add({ __name__: 'inverted', le: '2' }, [[0, 8]]);
  source.add({ __name__: 'inverted', le: '+Inf' }, [[0, 20]]);
  source.add({ __name__: 'zero', le: '1' }, [[0, 0]]);
  source.add({ __name__: 'zero', le: '+Inf' }, [[0, 0]]);
  source.add({ __name__: 'open', le: '1' }, [[0, 3]]);
  source.add({ __name__: 'negative', le: '-1' }, [[0, 10]]);
  source.add({ __name__: 'negative', le: '+Inf' }, [[0, 10]]);

  it.each([
    // Rank 20 of 40 lies half way through the bucket (0.1, 0.5] that holds ranks 10..30.
    ['histogram_quantile(0.5, b)', 0.3],
    ['histogram_quantile(0.125, b)', 0.05],
    ['histogram_quantile(1, b)', 1],
    ['histogram_quantile(-0.1, b)', -Infinity],
    ['histogram_quantile(1.1, b)', Infinity],
    ['histogram_quantile(0.5, zero)', NaN],
    ['histogram_quantile(0.5, open)', NaN],
    ['histogram_quantile(0.5, negative)', -1],
    // Above the highest finite bound the answer is that bound.
    ['histogram_quantile(0.9, inverted)', 2],
    ['histogram_quantile(0.25, inverted)', 0.5],
  ])('%s', (query, expected) => {
    const value = ask(source, query, 0)['{}'] as number;
    expect(Number.isFinite(value) ? Number(value.toFixed(12)) : value).toBe(
      expected,
    );
  });
});

describe('matching', () => {
  const source = new MemorySource()
    .add({ __name__: 'errors', job: 'a', code: '500' }, [[0, 2]])
    .add({ __name__: 'errors', job: 'a', code: '503' }, [[0, 3]])
    .add({ __name__: 'total', job: 'a', team: 'x' }, [[0, 100]])
    .add({ __name__: 'total', job: 'b', team: 'y' }, [[0, 50]]);

  it.each<[string, Record<string, number>]>([
    [
      'errors / on (job) group_left (team) total',
      {
        '{code="500", job="a", team="x"}': 0.02,
        '{code="503", job="a", team="x"}': 0.03,
      },
    ],
    ['sum by (job) (errors) / on (job) total', { '{job="a"}': 0.05 }],
    ['total unless on (job) errors', { 'total{job="b", team="y"}': 50 }],
    ['total > 60', { 'total{job="a", team="x"}': 100 }],
    ['60 > bool total', { '{job="a", team="x"}': 0, '{job="b", team="y"}': 1 }],
  ])('%s', (query, expected) => {
    expect(ask(source, query, 0)).toEqual(expected);
  });

  it.each([
    ['errors / on (job) total', 'many-to-one matching must be explicit'],
    ['total / on (job) errors', 'many-to-many matching not allowed'],
    [
      'sum by (job) (total) / on () group_left total',
      'many-to-many matching not allowed',
    ],
    [
      'errors * on () group_left () vector(1) + on (job) group_left (code) errors',
      'many-to-many',
    ],
  ])('refuses %s', (query, message) => {
    expect(() => ask(source, query, 0)).toThrow(message);
  });
});

describe('the border of the subset', () => {
  it.each([
    ['deriv(x[5m])', 'the function deriv()'],
    ['histogram_fraction(0, 1, x)', 'the function histogram_fraction()'],
    ['limitk(1, x)', 'the aggregation limitk'],
    ['x atan2 y', 'the operator atan2'],
    ['rate(x[5m] smoothed)', 'the construct SmoothedExpr'],
    ['rate(x[5m + 1m])', 'the duration expression "5m + 1m"'],
    ['{"quoted.name"}', 'a quoted label name'],
    ['x + fill(0) y', 'the modifier fill'],
  ])('names what %s asks too much', (query, construct) => {
    expect(() => parsePromql(query)).toThrow(
      `${construct} is not supported by this Prometheus simulator`,
    );
  });

  it('takes durations as numbers of seconds, and numbers as durations', () => {
    const source = new MemorySource().add(
      { __name__: 'c' },
      scraped([0, 60, 120]),
    );
    expect(ask(source, '1h30m', 0)).toEqual({ scalar: 5400 });
    expect(ask(source, 'increase(c[120])', 2 * MINUTE)).toEqual({ '{}': 120 });
  });
});
