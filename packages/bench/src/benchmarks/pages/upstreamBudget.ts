import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../Context';
import { type Lab, type LabSide, openLab } from '../../lab/Lab';
import { budgets } from '../../lab/pageConfig';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { percentile } from '../../measure/statistics';
import type { CallSummary } from '../../stubs/CallLog';
import { requireExpected } from '../../stubs/Stubs';
import type { View, Viewer } from '../../views/View';
import type { PeersBenchmark } from '../againstPeers';

const seconds = 60;
const latencyMs = 100;
const kinds: { kind: keyof Viewer; what: string }[] = [
  { kind: 'images', what: 'ECR' },
  { kind: 'builds', what: 'CodeBuild' },
  { kind: 'overview', what: 'Argo CD' },
];

/** One minute of views. */
interface Rush {
  views: Record<string, View[]>;
  /** Pages that answered with an error. */
  failures: number;
  summary: CallSummary;
}

/** Opens the three pages of every service, each once, evenly over the time; nobody waits for anybody. */
async function rush(lab: Lab, { viewer }: LabSide): Promise<Rush> {
  const answers = kinds.map((): Promise<View | undefined>[] => []);
  await lab.stubs.clear();
  const started = performance.now();
  const gap = (seconds * 1000) / pools.fleet.length;
  for (const [index, { name }] of pools.fleet.entries()) {
    await sleep(Math.max(0, started + index * gap - performance.now()));
    kinds.forEach(({ kind }, page) => {
      answers[page].push(viewer[kind](name).catch(() => undefined));
    });
  }
  const settled = await Promise.all(answers.map(each => Promise.all(each)));
  const views = settled.map(each => each.filter(view => view !== undefined));
  return {
    views: Object.fromEntries(
      kinds.map(({ kind }, page) => [kind, views[page]]),
    ),
    failures: kinds.length * pools.fleet.length - views.flat().length,
    summary: requireExpected(await lab.stubs.calls()),
  };
}

function pageNote(views: View[]): string {
  const complete = views.filter(view => view.complete).length;
  return `${complete} of ${pools.fleet.length} views showed everything at once`;
}

const p95 = (views: View[] = []) =>
  views.length > 0
    ? percentile(
        views.map(({ milliseconds }) => milliseconds),
        0.95,
      )
    : undefined;

function toLines(
  ours: Rush,
  peer: Rush | undefined,
  leftSeconds: number,
): Line[] {
  return [
    {
      what: 'calls refused by the upstreams',
      unit: 'calls',
      ours: ours.summary.throttled,
      peer: peer?.summary.throttled,
      goal: { atMost: 0 },
      note: `rates that they allow: ${JSON.stringify(budgets)}`,
      details: {
        ours: ours.summary.operations,
        peer: peer?.summary.operations,
      },
    },
    {
      what: 'pages that answered with an error',
      unit: 'pages',
      ours: ours.failures,
      peer: peer?.failures,
      goal: { atMost: 0 },
    },
    {
      what: 'time until what waited was read, too',
      unit: 's',
      ours: leftSeconds,
    },
    ...Object.keys(budgets).map(source => ({
      what: `${source}, most calls in a second`,
      unit: 'calls/s',
      ours: ours.summary.peakPerSecond[source] ?? 0,
      peer: peer?.summary.peakPerSecond[source],
    })),
    ...kinds.map(({ kind, what }) => ({
      what: `${what} page, p95`,
      unit: 'ms',
      ours: p95(ours.views[kind]) ?? NaN,
      peer: p95(peer?.views[kind]),
      note: pageNote(ours.views[kind]),
    })),
  ];
}

async function measure(context: Context): Promise<Line[]> {
  const lab = await openLab(context);
  await lab.stubs.settled();
  await lab.stubs.set({ latencyMs, rates: budgets });
  context.say(`B4: ours, ${seconds} s`);
  const ours = await rush(lab, lab.ours);
  const ended = performance.now();
  await lab.stubs.settled();
  const leftSeconds = (performance.now() - ended) / 1000;
  if (lab.peers) context.say(`B4: the peers, ${seconds} s`);
  const peer = lab.peers && (await rush(lab, lab.peers));
  await lab.stubs.set({ rates: {} });
  return toLines(ours, peer, leftSeconds);
}

export const upstreamBudget: PeersBenchmark = {
  name: 'B4',
  title: `${pools.fleet.length} services viewed in ${seconds} s, each once`,
  goal: 'inside the rate budget: no call refused',
  measure,
};
