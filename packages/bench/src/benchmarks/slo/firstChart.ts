import { serviceToken } from '../../hosts/hostConfig';
import type { Host } from '../../hosts/startHost';
import { alternate } from '../../measure/alternate';
import type { Line } from '../../measure/judgeLines';
import { median } from '../../measure/statistics';
import type { LatePath } from './LatePath';
import { objectives } from './objectives';
import { CHARTED } from './openMetrics';
import { clientOf, timed } from './overview';
import { askRaw } from './rawQueries';

const ALLOWANCE = 1.2;
const LATENCIES = [100, 0];
/** One is drawn to learn its query; the others are opened once, with each latency. */
const RUNS = Math.floor((CHARTED - 1) / LATENCIES.length);
const FEWEST_POINTS = 500;

/**
 * The first chart of an objective's page, 30 days, beside the very range query that it needs. The objective stands in a
 * list that somebody has seen; its chart nobody has.
 */
export async function firstChartLines(
  host: Host,
  path: LatePath,
): Promise<Line[]> {
  const client = clientOf(host);
  const waiting = objectives.slice(0, CHARTED);
  const open = async () => {
    const { service, id } = waiting.shift()!;
    const { items, sources } = await client.getChart(
      `component:default/${service}`,
      { instance: 'bench', id },
      'budget',
      { last: '30d' },
      { token: serviceToken },
    );
    const points = items[0]?.series[0]?.values.filter(each => each !== null);
    if (!points || points.length < FEWEST_POINTS) {
      throw new Error(`no chart: ${JSON.stringify(sources)}`);
    }
    return items[0];
  };
  path.forget();
  const { times, stepSeconds, queries } = await open();
  const lines: Line[] = [
    {
      what: 'first chart of 30 days, queries',
      unit: 'queries',
      ours: path.calls.length,
      goal: { atMost: 1 },
      note: `${times.length} points`,
    },
  ];
  const raw = {
    query: queries[0].promql,
    start: String(times[0]),
    end: String(times.at(-1)),
    step: String(stepSeconds),
  };
  for (const latency of LATENCIES) {
    path.latencyMs = latency;
    const { ours, stock } = await alternate(RUNS, {
      ours: () => timed(open),
      stock: () => timed(() => askRaw(path.url, '/api/v1/query_range', raw)),
    });
    const mine = median(ours.map(({ value }) => value));
    const theirs = median(stock.map(({ value }) => value));
    lines.push({
      what: `first chart of 30 days, cold, by the raw query, L = ${latency}`,
      unit: 'x',
      ours: mine / theirs,
      ...(latency > 0 && { goal: { atMost: ALLOWANCE } }),
      note: `${mine.toFixed(0)} by ${theirs.toFixed(0)} ms, medians of ${RUNS} pairs`,
    });
  }
  path.latencyMs = 0;
  return lines;
}
