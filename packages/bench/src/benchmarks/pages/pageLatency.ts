import type { Context } from '../../Context';
import { type Lab, openLab } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import type { PeersBenchmark } from '../againstPeers';
import { allowance, coldLines } from './coldLatency';
import { stages } from './stages';
import { warmLines } from './warmLatency';

/** Code that runs for the first time is not what is measured. */
async function lookOnce(lab: Lab): Promise<void> {
  await lab.stubs.set({ latencyMs: 0, rates: {} });
  for (const { name } of pools.first) {
    for (const { kind } of stages) {
      await viewUntilComplete(lab.ours.service, kind, name);
      await lab.peers?.service[kind](name);
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
