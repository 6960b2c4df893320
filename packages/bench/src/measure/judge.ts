import type { SideName } from './alternate';
import type { Sample } from './Sample';
import { median, spread, type Spread } from './statistics';

/** What was measured of one side. */
export interface Side {
  median: number;
  spread: Spread;
  /** Medians of the parts that the runs named. */
  parts: Record<string, number>;
  samples: Sample[];
}

export interface Verdict {
  name: string;
  unit: string;
  /** The most that `ratio` may be. */
  limit: number;
  /** Median of ours by median of stock. */
  ratio: number;
  /** The same of each pair of runs alone: how far the ratio can be trusted. */
  pairRatios: number[];
  passed: boolean;
  ours: Side;
  stock: Side;
}

/** Raw numbers keep three digits behind the point: milliseconds, and more than memory needs. */
const rounded = (value: number) => Number(value.toFixed(3));

const roundedAll = <T extends object>(values: T) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, rounded(value)]),
  ) as T;

function describeSide(samples: Sample[]): Side {
  const values = samples.map(({ value }) => value);
  const names = new Set(
    samples.flatMap(({ parts = {} }) => Object.keys(parts)),
  );
  const parts = [...names].map(name => [
    name,
    median(samples.flatMap(({ parts: all = {} }) => all[name] ?? [])),
  ]);
  return {
    median: rounded(median(values)),
    spread: roundedAll(spread(values)),
    parts: roundedAll(Object.fromEntries(parts)),
    samples: samples.map(({ value, parts: all }) => ({
      value: rounded(value),
      ...(all && { parts: roundedAll(all) }),
    })),
  };
}

/**
 * Compares medians against the limit; a ratio equal to the limit passes. Decided before anything is rounded.
 *
 * @throws RangeError when a side has no samples.
 */
export function judge(
  benchmark: { name: string; unit: string; limit: number },
  samples: Record<SideName, Sample[]>,
): Verdict {
  const { name, unit, limit } = benchmark;
  const values = (side: SideName) => samples[side].map(({ value }) => value);
  const ratio = median(values('ours')) / median(values('stock'));
  return {
    name,
    unit,
    limit,
    ratio: rounded(ratio),
    pairRatios: samples.ours.map(({ value }, index) =>
      rounded(value / samples.stock[index].value),
    ),
    passed: ratio <= limit,
    ours: describeSide(samples.ours),
    stock: describeSide(samples.stock),
  };
}
