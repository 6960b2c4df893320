import type { Context } from '../../Context';
import type { Lab } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { percentile } from '../../measure/statistics';
import type { Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import { stages } from './pageLatency';

const views = 300;
/** The peers' warm view is their cold one; a few tell it. */
const peerViews = 5;
const latencyMs = 100;
const limitMs = 10;

async function take(
  viewer: Viewer,
  kind: keyof Viewer,
  service: string,
  times: number,
): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const view = await viewUntilComplete(viewer, kind, service);
    taken.push(view.milliseconds);
  }
  return taken;
}

/** The same page again and again, one view after the other. */
export async function warmLines(context: Context, lab: Lab): Promise<Line[]> {
  await lab.stubs.set({ latencyMs, rates: {} });
  const service = pools.cold[latencyMs][0].name;
  const lines: Line[] = [];
  for (const { kind, what } of stages) {
    context.say(`B2: ${what}, warm`);
    const ours = await take(lab.ours.viewer, kind, service, views);
    const peer = lab.peers
      ? await take(lab.peers.viewer, kind, service, peerViews)
      : [];
    lines.push({
      what: `${what}, warm, p99`,
      unit: 'ms',
      ours: percentile(ours, 0.99),
      peer: peer.length > 0 ? percentile(peer, 0.5) : undefined,
      goal: { atMost: limitMs },
      note: `${views} views, median ${percentile(ours, 0.5).toFixed(1)} ms; the peer's is its median with L = ${latencyMs}`,
      details: { ours, peer },
    });
  }
  return lines;
}
