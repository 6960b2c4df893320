import { PromqlExecutionError } from './errors';
import { formatValue } from './formatValue';
import { parsePromql } from './parser/parse';
import { InstantResult, instantQuery, rangeQuery } from './query';
import { EXPRESSIONS, REFUSED } from './testing/expressions';
import { RealPrometheus } from './testing/realPrometheus';
import { SAMPLE_SET, memorySourceOf } from './testing/sampleSet';

jest.setTimeout(60_000);

const source = memorySourceOf(SAMPLE_SET);
const MOMENTS = [
  SAMPLE_SET.start + 1_000_000,
  SAMPLE_SET.start + 4_111_111,
  SAMPLE_SET.end,
  SAMPLE_SET.end + 200_000,
];

/** Labels in a fixed order, so that equal series read equal. */
function keyOf(labels: Record<string, string>): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function ours(result: InstantResult): Map<string, [number, string][]> {
  switch (result.type) {
    case 'vector':
      return new Map(
        result.series.map(({ labels, point }) => [
          keyOf(Object.fromEntries(labels)),
          [[point[0] / 1000, formatValue(point[1])]],
        ]),
      );
    case 'scalar':
      return new Map([
        ['scalar', [[result.point[0] / 1000, formatValue(result.point[1])]]],
      ]);
    default:
      throw new Error(`unexpected ${result.type}`);
  }
}

function theirs(data: any): Map<string, [number, string][]> {
  if (data.resultType === 'scalar') return new Map([['scalar', [data.result]]]);
  return new Map(
    data.result.map((one: any) => [
      keyOf(one.metric),
      one.values ?? [one.value],
    ]),
  );
}

function expectSame(
  found: Map<string, [number, string][]>,
  wanted: Map<string, [number, string][]>,
): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [key, points] of wanted) {
    const mine = found.get(key)!;
    expect([key, mine.map(([time]) => time)]).toEqual([
      key,
      points.map(([time]) => time),
    ]);
    points.forEach(([time, text], index) => {
      const [one, other] = [Number(mine[index][1]), Number(text)];
      const near =
        Math.abs(one - other) <= 1e-9 * Math.max(1e-3, Math.abs(other));
      if (!near) expect([key, time, mine[index][1]]).toEqual([key, time, text]);
    });
  }
}

const describeReal = RealPrometheus.isInstalled() ? describe : describe.skip;

describeReal('the engine beside a real Prometheus', () => {
  const real = new RealPrometheus();
  beforeAll(() => real.start(SAMPLE_SET));
  afterAll(() => real.stop());

  it.each(EXPRESSIONS)('answers %s alike', async query => {
    const expression = parsePromql(query);
    for (const moment of MOMENTS) {
      const { status, body } = await real.get('/api/v1/query', {
        query,
        time: String(moment / 1000),
      });
      expect([status, body.error]).toEqual([200, undefined]);
      expectSame(
        ours(instantQuery(expression, source, moment)),
        theirs(body.data),
      );
    }
    for (const step of [97_000, 1_200_000]) {
      const range = {
        start: SAMPLE_SET.start,
        end: SAMPLE_SET.end + 400_000,
        step,
      };
      const { status, body } = await real.get('/api/v1/query_range', {
        query,
        start: String(range.start / 1000),
        end: String(range.end / 1000),
        step: String(step / 1000),
      });
      expect([status, body.error]).toEqual([200, undefined]);
      const result = rangeQuery(expression, source, range);
      expectSame(
        new Map(
          result.map(({ labels, points }) => [
            keyOf(Object.fromEntries(labels)),
            points.map(([time, value]): [number, string] => [
              time / 1000,
              formatValue(value),
            ]),
          ]),
        ),
        theirs(body.data),
      );
    }
  });

  it.each(REFUSED)('refuses %s alike', async query => {
    const time = SAMPLE_SET.end;
    const { status, body } = await real.get('/api/v1/query', {
      query,
      time: String(time / 1000),
    });
    let error: unknown;
    try {
      instantQuery(parsePromql(query), source, time);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(Error);
    expect([query, error instanceof PromqlExecutionError ? 422 : 400]).toEqual([
      query,
      status,
    ]);
    expect(body.status).toBe('error');
  });

  it('answers the raw samples of a range alike', async () => {
    const query = 'requests_total{instance="c"}[10m]';
    const time = SAMPLE_SET.end;
    const { body } = await real.get('/api/v1/query', {
      query,
      time: String(time / 1000),
    });
    const result = instantQuery(parsePromql(query), source, time);
    if (result.type !== 'matrix') throw new Error(`unexpected ${result.type}`);
    const points = result.series.map(({ labels, points: samples }) => ({
      metric: Object.fromEntries(labels),
      values: samples.map(([at, value]) => [at / 1000, formatValue(value)]),
    }));
    expect(points).toEqual(body.data.result);
  });
});
