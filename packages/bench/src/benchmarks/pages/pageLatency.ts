import type { Context } from '../../Context';
import { type Lab, openLab } from '../../lab/Lab';
import { coldRuns, pools } from '../../lab/pools';
import { alternate } from '../../measure/alternate';
import type { Line } from '../../measure/judgeLines';
import type { Sample } from '../../measure/Sample';
import { median, spread } from '../../measure/statistics';
import type { Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import type { PeersBenchmark } from '../againstPeers';
import { warmLines } from './warmLatency';

/** Answers that have to be waited for one after the other, at the least. */
export const stages: { kind: keyof Viewer; what: string; stages: number }[] = [
  { kind: 'images', what: 'ECR, 2,500 images', stages: Math.ceil(2500 / 1000) },
  { kind: 'builds', what: 'CodeBuild, 20 projects', stages: 2 },
  { kind: 'applications', what: 'Argo CD, 3 instances', stages: 1 },
];

/** The most that a cold page may take, as a multiple of what it has to wait for. */
const allowance = 1.15;

async function coldSamples(
  lab: Lab,
  kind: keyof Viewer,
  latency: number,
): Promise<{ ours: Sample[]; peer: Sample[] }> {
  const services = pools.cold[latency];
  const taker = (viewer: Viewer) => {
    let next = 0;
    return async (): Promise<Sample> => {
      const { name } = services[next];
      next += 1;
      const view = await viewUntilComplete(viewer, kind, name);
      await lab.stubs.settled();
      return { value: view.milliseconds };
    };
  };
  const ours = taker(lab.ours.viewer);
  const peer = lab.peers && taker(lab.peers.viewer);
  const samples = await alternate(services.length, {
    ours,
    stock: peer ?? (async () => ({ value: NaN })),
  });
  return { ours: samples.ours, peer: peer ? samples.stock : [] };
}

const values = (samples: Sample[]) => samples.map(({ value }) => value);

async function coldLines(context: Context, lab: Lab): Promise<Line[]> {
  const lines: Line[] = [];
  for (const latency of Object.keys(coldRuns).map(Number)) {
    await lab.stubs.set({ latencyMs: latency, rates: {} });
    for (const { kind, what, stages: count } of stages) {
      context.say(`B2: ${what}, cold, L = ${latency} ms`);
      const { ours, peer } = await coldSamples(lab, kind, latency);
      const { lowerQuartile, upperQuartile } = spread(values(ours));
      lines.push({
        what: `${what}, cold, L = ${latency}`,
        unit: 'ms',
        ours: median(values(ours)),
        peer: peer.length > 0 ? median(values(peer)) : undefined,
        goal: { atMost: allowance * count * latency },
        note: `median of ${ours.length}, quartiles ${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)} ms`,
        details: { ours: values(ours), peer: values(peer) },
      });
    }
  }
  return lines;
}

/** Code that runs for the first time is not what is measured. */
async function lookOnce(lab: Lab): Promise<void> {
  await lab.stubs.set({ latencyMs: 0, rates: {} });
  for (const { name } of pools.first) {
    for (const { kind } of stages) {
      await viewUntilComplete(lab.ours.viewer, kind, name);
      await lab.peers?.viewer[kind](name);
    }
  }
  await lab.stubs.settled();
}

async function measure(context: Context): Promise<Line[]> {
  const lab = await openLab(context);
  await lookOnce(lab);
  return [
    ...(await coldLines(context, lab)),
    ...(await warmLines(context, lab)),
  ];
}

export const pageLatency: PeersBenchmark = {
  name: 'B2',
  title: 'time of a page with an injected upstream latency L',
  goal: `cold ${allowance} x stages x L, warm p99 10 ms`,
  measure,
};
