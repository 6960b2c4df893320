import { MemorySource } from '../memorySource';

/** Series with most of what may happen to them: resets, gaps, uneven scrapes, NaN, infinity, a late start, an early end. */
export interface SampleSet {
  readonly series: {
    readonly labels: Record<string, string>;
    readonly samples: readonly (readonly [number, number])[];
  }[];
  /** Unix milliseconds of the first and the last scrape. */
  readonly start: number;
  readonly end: number;
}

const START = 1_700_000_010_000;
const STEP = 30_000;
const COUNT = 361;

/** A number of 0..1 that depends on its arguments only. */
function noise(seed: number, index: number): number {
  const mixed = Math.sin(seed * 12.9898 + index * 78.233) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

function counter(seed: number, perStep: number, resetEvery = Infinity) {
  let value = 0;
  return (index: number) => {
    value += Math.floor(noise(seed, index) * perStep * 2);
    if (index > 0 && index % resetEvery === 0) value = 1;
    return value;
  };
}

function scrape(
  valueAt: (index: number) => number,
  options: {
    from?: number;
    to?: number;
    gap?: [number, number];
    jitter?: number;
  } = {},
): [number, number][] {
  const samples: [number, number][] = [];
  for (let index = 0; index < COUNT; index++) {
    const value = valueAt(index);
    const [gapFrom, gapTo] = options.gap ?? [Infinity, Infinity];
    if (index < (options.from ?? 0) || index > (options.to ?? COUNT)) continue;
    if (index >= gapFrom && index < gapTo) continue;
    const shift = Math.floor(noise(5, index) * (options.jitter ?? 0));
    samples.push([START + index * STEP + shift, value]);
  }
  return samples;
}

function bucketSamples(seed: number, share: number) {
  const total = counter(seed, 40);
  return scrape(index => Math.floor(total(index) * share));
}

const BUCKETS: [string, number][] = [
  ['0.05', 0.3],
  ['0.1', 0.6],
  ['0.25', 0.85],
  ['0.5', 0.93],
  ['1', 0.97],
  ['+Inf', 1],
];

const requests = (instance: string, code: string) => ({
  __name__: 'requests_total',
  job: 'api',
  instance,
  code,
});

export const SAMPLE_SET: SampleSet = {
  start: START,
  end: START + (COUNT - 1) * STEP,
  series: [
    { labels: requests('a', '200'), samples: scrape(counter(1, 50)) },
    { labels: requests('a', '500'), samples: scrape(counter(2, 2)) },
    { labels: requests('b', '200'), samples: scrape(counter(3, 40, 97)) },
    {
      labels: requests('b', '500'),
      samples: scrape(counter(4, 1), { gap: [100, 125] }),
    },
    {
      labels: requests('c', '200'),
      samples: scrape(counter(5, 30), { from: 151, jitter: 9000 }),
    },
    {
      labels: requests('c', '404'),
      samples: scrape(counter(6, 3), { to: 250 }),
    },
    {
      labels: {
        __name__: 'requests_total',
        job: 'web',
        instance: 'w',
        code: '200',
      },
      samples: scrape(counter(7, 90)),
    },
    ...['api', 'web'].flatMap((job, index) =>
      BUCKETS.map(([le, share]) => ({
        labels: { __name__: 'latency_seconds_bucket', job, le },
        samples: bucketSamples(20 + index, share),
      })),
    ),
    {
      labels: { __name__: 'latency_seconds_bucket', job: 'broken', le: '1' },
      samples: bucketSamples(30, 1),
    },
    ...['api', 'web'].map((job, index) => ({
      labels: {
        __name__: 'build_info',
        job,
        version: `1.${index}`,
        team: `team-${job}`,
      },
      samples: scrape(() => 1),
    })),
    ...['hall', 'attic', 'cellar'].map((room, index) => ({
      labels: { __name__: 'temperature', room, floor: String(index % 2) },
      samples: scrape(
        i => Math.round((noise(40 + index, i) * 40 - 15) * 10) / 10,
      ),
    })),
    {
      labels: { __name__: 'odd', kind: 'nan' },
      samples: scrape(index => (index % 3 === 0 ? NaN : index)),
    },
    {
      labels: { __name__: 'odd', kind: 'infinite' },
      samples: scrape(index => (index % 40 === 7 ? Infinity : -index)),
    },
    {
      labels: { __name__: 'level', kind: 'step' },
      samples: scrape(i => Math.floor(i / 50)),
    },
    { labels: { __name__: 'level', kind: 'flat' }, samples: scrape(() => 3) },
  ],
};

export function memorySourceOf(set: SampleSet): MemorySource {
  const source = new MemorySource();
  for (const { labels, samples } of set.series) source.add(labels, samples);
  return source;
}
