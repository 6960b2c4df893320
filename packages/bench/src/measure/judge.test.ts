import { judge } from './judge';

const benchmark = { name: 'restart', unit: 'seconds', limit: 1.2 };
const samples = (...values: number[]) => values.map(value => ({ value }));

describe('judge', () => {
  it('divides the medians, so that one slow run decides nothing', () => {
    const verdict = judge(benchmark, {
      ours: samples(11, 12, 90),
      stock: samples(10, 10, 10),
    });
    expect(verdict).toMatchObject({
      ratio: 1.2,
      passed: true,
      pairRatios: [1.1, 1.2, 9],
    });
  });

  it('fails just above the limit, also where rounding would hide it', () => {
    const verdict = judge(benchmark, {
      ours: samples(1.2001),
      stock: samples(1),
    });
    expect(verdict.ratio).toBe(1.2);
    expect(verdict.passed).toBe(false);
  });

  it('passes when ours is less', () => {
    expect(
      judge(benchmark, { ours: samples(5), stock: samples(10) }),
    ).toMatchObject({ ratio: 0.5, passed: true });
  });

  it('keeps raw numbers, spread and the medians of parts', () => {
    const { ours } = judge(benchmark, {
      ours: [
        { value: 3.00049, parts: { install: 2, build: 1 } },
        { value: 5, parts: { install: 4 } },
      ],
      stock: samples(4, 4),
    });
    expect(ours.median).toBe(4);
    expect(ours.spread).toMatchObject({ minimum: 3, maximum: 5 });
    expect(ours.parts).toEqual({ install: 3, build: 1 });
    expect(ours.samples).toEqual([
      { value: 3, parts: { install: 2, build: 1 } },
      { value: 5, parts: { install: 4 } },
    ]);
  });

  it('refuses to judge a side that never ran', () => {
    expect(() => judge(benchmark, { ours: [], stock: samples(1) })).toThrow(
      RangeError,
    );
  });
});
