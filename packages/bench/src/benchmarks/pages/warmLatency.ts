import type { Context } from '../../Context';
import type { Lab } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Line } from '../../measure/judgeLines';
import { percentile } from '../../measure/statistics';
import { processorSeconds } from '../../process/processorTime';
import type { Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import { readFromCatalog } from './readFromCatalog';
import { stages } from './stages';

const views = 300;
/** The peers' warm view is their cold one; a few tell it. */
const peerViews = 5;
const latencyMs = 100;
const limitMs = 10;

interface Taken {
  milliseconds: number[];
  /** Milliseconds of a processor that the backend used for one. */
  processorMs: number | undefined;
}

/** Does the same again and again, one after the other. */
async function take(
  pid: number,
  times: number,
  open: () => Promise<{ milliseconds: number }>,
): Promise<Taken> {
  const milliseconds: number[] = [];
  const before = processorSeconds(pid);
  for (let time = 0; time < times; time += 1) {
    milliseconds.push((await open()).milliseconds);
  }
  const after = processorSeconds(pid);
  return {
    milliseconds,
    processorMs:
      before === undefined || after === undefined
        ? undefined
        : ((after - before) * 1000) / times,
  };
}

const describe = ({ milliseconds, processorMs }: Taken) =>
  `${milliseconds.length} views, median ${percentile(milliseconds, 0.5).toFixed(1)} ms, ${processorMs?.toFixed(1) ?? '?'} ms of a processor each`;

const toLine = (what: string, ours: Taken, more: Partial<Line> = {}): Line => ({
  what,
  unit: 'ms',
  ours: percentile(ours.milliseconds, 0.99),
  note: describe(ours),
  details: { ours },
  ...more,
});

/** The same pages again. What a signed-in person waits for is said beside it, and what stock's catalog alone takes. */
export async function warmLines(context: Context, lab: Lab): Promise<Line[]> {
  await lab.stubs.set({ latencyMs, rates: {} });
  const { name } = pools.cold[latencyMs][0];
  const { pid, address, token } = lab.ours.host;
  const opener = (viewer: Viewer, kind: keyof Viewer) => () =>
    viewUntilComplete(viewer, kind, name);
  const judged: Line[] = [];
  const said: Line[] = [];
  for (const { kind, what } of stages) {
    context.say(`B2: ${what}, warm`);
    const ours = await take(pid, views, opener(lab.ours.service, kind));
    const peer =
      lab.peers &&
      (await take(
        lab.peers.host.pid,
        peerViews,
        opener(lab.peers.service, kind),
      ));
    judged.push(
      toLine(`${what}, warm, p99`, ours, {
        peer: peer && percentile(peer.milliseconds, 0.5),
        goal: { atMost: limitMs },
        note: `${describe(ours)}; the peer's is its median with L = ${latencyMs}`,
        details: { ours, peer },
      }),
    );
    const person = await take(pid, views, opener(lab.ours.viewer, kind));
    said.push(toLine(`${what}, warm, p99, signed in`, person));
  }
  const stock = await take(pid, views, () =>
    readFromCatalog(address, token, name),
  );
  said.push(toLine("stock's catalog, one entity, p99, signed in", stock));
  return [...judged, ...said];
}
