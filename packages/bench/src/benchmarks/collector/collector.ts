import type { Context } from '../../Context';
import { MemoryProbe } from '../../hosts/MemoryProbe';
import { Scheduler } from '../../hosts/Scheduler';
import { type Host, startHost } from '../../hosts/startHost';
import { callsOf, countCalls } from '../../lab/countCalls';
import { collectorConfig } from '../../lab/collectorConfig';
import { ourPlugins } from '../../lab/ourPlugins';
import { pools } from '../../lab/pools';
import { makeService, toEntity } from '../../lab/services';
import type { Line } from '../../measure/judgeLines';
import { Stubs } from '../../stubs/Stubs';
import type { PeersBenchmark } from '../againstPeers';
import { type CollectorUnderTest, collectors } from './collectors';
import { memoryLines } from './memoryLines';

const passes = 30;
/** A hundredth above the least, for what a pass reads of the account as a whole. */
const allowance = 1.01;

const services = pools.fleet.map(({ name }) =>
  makeService(name, { images: 10 }),
);

interface PassCalls {
  collector: CollectorUnderTest;
  /** Of each pass, in order. */
  calls: number[];
  seconds: number[];
  operations: object[];
}

/** Runs all scheduled tasks of a plugin once, and counts what that asks its source. */
async function pass(host: Host, stubs: Stubs, counted: PassCalls) {
  const { plugin, calls } = counted.collector;
  const scheduler = new Scheduler(host, plugin);
  const started = performance.now();
  const { summary } = await countCalls(stubs, async () => {
    for (const task of await scheduler.tasks()) await scheduler.run(task);
  });
  counted.calls.push(callsOf(summary, calls));
  counted.seconds.push((performance.now() - started) / 1000);
  counted.operations.push(summary.operations);
}

function callLine({ collector, calls, seconds, operations }: PassCalls): Line {
  const least = collector.minimum(services.length);
  const later = calls.slice(1);
  return {
    what: `${collector.what}, calls of a pass`,
    unit: 'calls',
    ours: Math.max(...later),
    goal: { atMost: least * allowance },
    note: `the least possible is ${least}: ${collector.reason}; the first pass made ${calls[0]}, and took ${seconds[0].toFixed(1)} s`,
    details: { calls, seconds, first: operations[0], second: operations[1] },
  };
}

async function measure(context: Context): Promise<Line[]> {
  const stubs = await Stubs.start(context);
  await stubs.set({ fleet: services.length });
  context.say('Starting our backend and filling its catalog');
  const host = await startHost(context, {
    name: 'collector-ours',
    plugins: ourPlugins(context),
    port: context.port,
    stubs: stubs.addresses,
    entities: services.map(service => toEntity(service, 'ours')),
    config: collectorConfig(stubs.addresses),
    nodeOptions: ['--expose-gc'],
  });
  const probe = new MemoryProbe(host);
  const counted = collectors.map(
    (collector): PassCalls => ({
      collector,
      calls: [],
      seconds: [],
      operations: [],
    }),
  );
  const memory = [];
  for (let number = 1; number <= passes; number += 1) {
    for (const each of counted) await pass(host, stubs, each);
    memory.push(await probe.read());
    context.say(
      `collector ${number}/${passes}: ${counted.map(({ collector, calls }) => `${collector.what} ${calls.at(-1)}`).join(', ')} calls, ${memory.at(-1)!.heap.toFixed(0)} MiB heap`,
    );
  }
  await host.stop();
  await stubs.stop();
  return [...counted.map(callLine), ...memoryLines(memory)];
}

export const collector: PeersBenchmark = {
  name: 'collector',
  title: `a pass of the collectors over ${services.length} services`,
  goal: `calls within ${allowance} of the least, memory flat over ${passes} passes`,
  measure,
};
