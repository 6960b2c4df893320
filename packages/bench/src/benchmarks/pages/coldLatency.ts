import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../Context';
import type { Lab, LabSide } from '../../lab/Lab';
import { coldRuns, pools } from '../../lab/pools';
import { alternate } from '../../measure/alternate';
import type { Line } from '../../measure/judgeLines';
import type { Sample } from '../../measure/Sample';
import { median, spread } from '../../measure/statistics';
import type { Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import { stages } from './stages';

/** The most that a cold page may take, as a multiple of what it has to wait for. */
export const allowance = 1.15;

/**
 * So long apart are two views of ours. A page of twenty projects takes half of what our plugin may ask at once, and gets
 * it back at ten a second; what happens without that rest is what B4 measures.
 */
const restMilliseconds = 2500;

/** Opens another service with every call. */
function opener(
  { stubs }: Lab,
  { service }: LabSide,
  {
    kind,
    latency,
    rest,
  }: { kind: keyof Viewer; latency: number; rest: number },
) {
  let next = 0;
  let rested = performance.now() + rest;
  return async (): Promise<Sample> => {
    await sleep(Math.max(0, rested - performance.now()));
    const { name } = pools.cold[latency][next];
    next += 1;
    const { milliseconds } = await viewUntilComplete(service, kind, name);
    rested = performance.now() + rest;
    await stubs.settled();
    return { value: milliseconds };
  };
}

const values = (samples: Sample[]) => samples.map(({ value }) => value);

async function coldSamples(lab: Lab, kind: keyof Viewer, latency: number) {
  const samples = await alternate(pools.cold[latency].length, {
    ours: opener(lab, lab.ours, { kind, latency, rest: restMilliseconds }),
    stock: lab.peers
      ? opener(lab, lab.peers, { kind, latency, rest: 0 })
      : async () => ({ value: NaN }),
  });
  return {
    ours: values(samples.ours),
    peer: lab.peers && values(samples.stock),
  };
}

/** The first view of a service, with every injected latency. */
export async function coldLines(context: Context, lab: Lab): Promise<Line[]> {
  const lines: Line[] = [];
  for (const latency of Object.keys(coldRuns).map(Number)) {
    await lab.stubs.set({ latencyMs: latency, rates: {} });
    for (const { kind, what, stages: count } of stages) {
      context.say(`B2: ${what}, cold, L = ${latency} ms`);
      const { ours, peer } = await coldSamples(lab, kind, latency);
      const { lowerQuartile, upperQuartile } = spread(ours);
      lines.push({
        what: `${what}, cold, L = ${latency}`,
        unit: 'ms',
        ours: median(ours),
        peer: peer && median(peer),
        goal: { atMost: allowance * count * latency },
        note: `median of ${ours.length}, quartiles ${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)} ms`,
        details: { ours, peer },
      });
    }
  }
  return lines;
}
