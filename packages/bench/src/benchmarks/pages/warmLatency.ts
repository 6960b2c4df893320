import type { Context } from '../../Context';
import type { Lab, LabSide } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { percentile } from '../../measure/statistics';
import { processorSeconds } from '../../process/processorTime';
import type { Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import { stages } from './stages';

const views = 300;
/** The peers' warm view is their cold one; a few tell it. */
const peerViews = 5;
const latencyMs = 100;
const limitMs = 10;

interface Taken {
  milliseconds: number[];
  /** Milliseconds of a processor that the backend used for one view. */
  processorMs: number | undefined;
}

async function take(
  { viewer, host }: LabSide,
  kind: keyof Viewer,
  service: string,
  times: number,
): Promise<Taken> {
  const milliseconds: number[] = [];
  const before = processorSeconds(host.pid);
  for (let time = 0; time < times; time += 1) {
    const view = await viewUntilComplete(viewer, kind, service);
    milliseconds.push(view.milliseconds);
  }
  const after = processorSeconds(host.pid);
  return {
    milliseconds,
    processorMs:
      before === undefined || after === undefined
        ? undefined
        : ((after - before) * 1000) / times,
  };
}

/** The same page again and again, one view after the other. */
export async function warmLines(context: Context, lab: Lab): Promise<Line[]> {
  await lab.stubs.set({ latencyMs, rates: {} });
  const service = pools.cold[latencyMs][0].name;
  const lines: Line[] = [];
  for (const { kind, what } of stages) {
    context.say(`B2: ${what}, warm`);
    const ours = await take(lab.ours, kind, service, views);
    const peer = lab.peers && (await take(lab.peers, kind, service, peerViews));
    lines.push({
      what: `${what}, warm, p99`,
      unit: 'ms',
      ours: percentile(ours.milliseconds, 0.99),
      peer: peer && percentile(peer.milliseconds, 0.5),
      goal: { atMost: limitMs },
      note: `${views} views, median ${percentile(ours.milliseconds, 0.5).toFixed(1)} ms, ${ours.processorMs?.toFixed(1) ?? '?'} ms of a processor each; the peer's is its median with L = ${latencyMs}`,
      details: { ours, peer },
    });
  }
  return lines;
}
