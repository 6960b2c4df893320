import { SloApiClient, type SloList } from '@shopstack/plugin-slo-common';
import { serviceToken } from '../../hosts/hostConfig';
import type { Host } from '../../hosts/startHost';
import { alternate } from '../../measure/alternate';
import type { Line } from '../../measure/judgeLines';
import type { Sample } from '../../measure/Sample';
import { median, percentile, spread } from '../../measure/statistics';
import { type BenchObjective, PERIOD, objectives } from './objectives';
import type { LatePath } from './LatePath';
import { ALL_RECORDED, askRaw, perObjective } from './rawQueries';

const RUNS = 15;
const WARM_RUNS = 100;
const MOST_QUERIES = 10;
const ALLOWANCE = 1.2;
const LATENCY_MS = 100;
/** A browser opens so many connections to one host. */
const NAIVE_AT_ONCE = 6;

export const clientOf = ({ address }: Host) =>
  new SloApiClient({
    discoveryApi: {
      getBaseUrl: async (pluginId: string) => `${address}/api/${pluginId}`,
    },
    fetchApi: { fetch },
  });

export async function timed(ask: () => Promise<unknown>): Promise<Sample> {
  const started = performance.now();
  await ask();
  return { value: performance.now() - started };
}

const close = (one: number | undefined, other: number) =>
  one !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, other);

/** Numbers of an answer that are not what the samples say. */
export function wrongNumbers(
  { items }: SloList,
  expected: BenchObjective[],
): number {
  const known = new Map(items.map(item => [item.id, item]));
  return expected.reduce((wrong, { id, objective, errorRatios, total }) => {
    const item = known.get(id);
    const budget = 1 - objective / 100;
    const errors = errorRatios.get(PERIOD)!;
    const isRight =
      item !== undefined &&
      close(item.sli, 1 - errors) &&
      close(item.budget.remaining, 1 - errors / budget) &&
      close(item.burn, errorRatios.get(300)! / budget) &&
      close(item.budget.events?.bad, total * errors);
    return isRight ? wrong : wrong + 1;
  }, 0);
}

/** The page of all objectives: what it asks Prometheus, what it answers, and how long it takes beside one raw query. */
export async function overviewLines(
  { always, kept }: { always: Host; kept: Host },
  path: LatePath,
): Promise<Line[]> {
  const read = (host: Host) =>
    clientOf(host).listAllSlos({}, { token: serviceToken });
  // The first view also fills the plugin's caches of entities and permissions.
  await read(always);
  path.forget();
  const first = await read(always);
  const queries = path.calls.length;

  await read(kept);
  path.forget();
  const warm: number[] = [];
  for (let run = 0; run < WARM_RUNS; run += 1) {
    warm.push((await timed(() => read(kept))).value);
  }
  const warmQueries = path.calls.length;

  const lines: Line[] = [
    {
      what: 'overview, queries',
      unit: 'queries',
      ours: queries,
      peer: objectives.length * perObjective('').length,
      goal: { atMost: MOST_QUERIES },
      note: 'the peer asks for each objective',
    },
    {
      what: 'overview, warm, queries',
      unit: 'queries',
      ours: warmQueries,
      goal: { atMost: 0 },
      note: `${WARM_RUNS} views, median ${median(warm).toFixed(1)}, p99 ${percentile(warm, 0.99).toFixed(1)} ms`,
    },
    {
      what: 'overview, objectives with a wrong number',
      unit: 'objectives',
      ours: wrongNumbers(first, objectives),
      goal: { atMost: 0 },
      note: `of ${objectives.length}; SLI, budget, burn and bad events of each by the samples`,
    },
  ];
  for (const latency of [LATENCY_MS, 0]) {
    path.latencyMs = latency;
    lines.push(await beside(read, { always, path, latency }));
  }
  path.latencyMs = LATENCY_MS;
  lines.push({
    what: `overview, asked one by one, L = ${LATENCY_MS}`,
    unit: 'ms',
    ours: (await timed(() => read(always))).value,
    peer: (await timed(() => askOneByOne(path.url))).value,
    note: `one run; ${NAIVE_AT_ONCE} at once`,
  });
  path.latencyMs = 0;
  return lines;
}

async function beside(
  read: (host: Host) => Promise<SloList>,
  { always, path, latency }: { always: Host; path: LatePath; latency: number },
): Promise<Line> {
  const { ours, stock } = await alternate(RUNS, {
    ours: () => timed(() => read(always)),
    stock: () =>
      timed(() => askRaw(path.url, '/api/v1/query', { query: ALL_RECORDED })),
  });
  const [mine, theirs] = [ours, stock].map(samples =>
    samples.map(({ value }) => value),
  );
  const { lowerQuartile, upperQuartile } = spread(mine);
  return {
    what: `overview, cold, by one raw query, L = ${latency}`,
    unit: 'x',
    ours: median(mine) / median(theirs),
    ...(latency > 0 && { goal: { atMost: ALLOWANCE } }),
    note: `${median(mine).toFixed(0)} ms (quartiles ${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)}) by ${median(theirs).toFixed(0)} ms, ${RUNS} pairs`,
    details: { ours: mine, raw: theirs },
  };
}

async function askOneByOne(url: string): Promise<void> {
  const waiting = objectives.flatMap(({ id }) => perObjective(id));
  await Promise.all(
    Array.from({ length: NAIVE_AT_ONCE }, async () => {
      for (let query = waiting.pop(); query; query = waiting.pop()) {
        await askRaw(url, '/api/v1/query', { query });
      }
    }),
  );
}
