import type { Context } from '../../Context';
import { countCalls } from '../../lab/countCalls';
import { type Lab, type LabSide, openLab } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { percentile } from '../../measure/statistics';
import type { View, Viewer } from '../../views/View';
import type { PeersBenchmark } from '../againstPeers';

const viewers = 200;
const latencyMs = 100;

const pages: { kind: keyof Viewer; what: string }[] = [
  { kind: 'images', what: 'ECR, 2,500 images' },
  { kind: 'builds', what: 'CodeBuild, 1 project' },
  // Without the peer's question for each revision: two hundred times thirty would measure this machine.
  { kind: 'overview', what: 'Argo CD, 3 instances' },
];

const [alone, crowded] = pools.crowd.map(({ name }) => name);

/** The calls that a crowd makes, as a multiple of those of one. */
async function stampedeOn(
  lab: Lab,
  { viewer }: LabSide,
  kind: keyof Viewer,
): Promise<{ multiple: number; one: number; all: number; views: View[] }> {
  const one = await countCalls(lab.stubs, () => viewer[kind](alone));
  const all = await countCalls(lab.stubs, () =>
    Promise.all(Array.from({ length: viewers }, () => viewer[kind](crowded))),
  );
  return {
    multiple: all.calls / one.calls,
    one: one.calls,
    all: all.calls,
    views: all.value,
  };
}

async function measure(context: Context): Promise<Line[]> {
  const lab = await openLab(context);
  await lab.stubs.set({ latencyMs, rates: {} });
  const lines: Line[] = [];
  for (const { kind, what } of pages) {
    context.say(`B3: ${what}`);
    const ours = await stampedeOn(lab, lab.ours, kind);
    const peer = lab.peers && (await stampedeOn(lab, lab.peers, kind));
    const p95 = percentile(
      ours.views.map(({ milliseconds }) => milliseconds),
      0.95,
    );
    const shown = ours.views.filter(({ complete }) => complete).length;
    lines.push({
      what: `${what}, ${viewers} viewers`,
      unit: 'x calls of one',
      ours: ours.multiple,
      peer: peer?.multiple,
      goal: { atMost: 1 },
      note: `${ours.all} calls, by one ${ours.one}; ${shown} of ${viewers} saw everything at once, p95 ${p95.toFixed(0)} ms${peer ? `; the peer made ${peer.all} calls` : ''}`,
    });
  }
  return lines;
}

export const stampede: PeersBenchmark = {
  name: 'B3',
  title: `${viewers} viewers of one cold service at once`,
  goal: 'the calls of one',
  measure,
};
