import type { Context } from '../../Context';
import { MemoryProbe } from '../../hosts/MemoryProbe';
import { PassWatcher } from '../../hosts/PassWatcher';
import type { MemoryReport } from '../../hosts/reportMemory';
import { type Host, type HostStart, startHost } from '../../hosts/startHost';
import { collectorConfig } from '../../lab/collectorConfig';
import { ourPlugins } from '../../lab/ourPlugins';
import { pools } from '../../lab/pools';
import { makeService, toEntity } from '../../lab/services';
import type { Line } from '../../measure/judgeLines';
import { median } from '../../measure/statistics';
import { fleetImages } from '../../stubs/settings';
import { requireExpected, Stubs } from '../../stubs/Stubs';
import type { PeersBenchmark } from '../againstPeers';
import { type CollectorUnderTest, collectors } from './collectors';
import { memoryLines } from './memoryLines';

const passes = 30;
/** A hundredth above the least. */
const allowance = 1.01;

const services = pools.fleet.map(({ name }) =>
  makeService(name, { images: fleetImages }),
);

interface Watched {
  collector: CollectorUnderTest;
  watcher: PassWatcher;
}

function callLines({ collector, watcher }: Watched): Line[] {
  const [first, ...later] = watcher.passes;
  const { what, reason } = collector;
  const calls = later.map(pass => pass.calls);
  const leastFirst = collector.first(services.length);
  const leastLater = collector.later(services.length);
  return [
    {
      what: `${what}, calls of the first pass`,
      unit: 'calls',
      ours: first.calls,
      goal: { atMost: leastFirst * allowance },
      note: `the least is ${leastFirst}: ${reason}; ${first.seconds} s`,
      details: { passes: watcher.passes },
    },
    {
      what: `${what}, calls of a later one`,
      unit: 'calls',
      ours: median(calls),
      goal: { atMost: leastLater * allowance },
      note: `the least is ${leastLater}; median of ${later.length} passes, at most ${Math.max(...calls)}`,
    },
  ];
}

/** The first pass must find all services, so they are in the catalog before anything is scheduled. */
async function start(context: Context, stubs: Stubs): Promise<Host> {
  const options: HostStart = {
    name: 'collector-ours',
    plugins: ourPlugins(context),
    port: context.port,
    stubs: stubs.addresses,
    entities: services.map(service => toEntity(service, 'ours')),
    config: collectorConfig(stubs.addresses),
    nodeOptions: ['--expose-gc'],
  };
  context.say('Filling the catalog of our backend');
  const filling = await startHost(context, { ...options, idle: true });
  await filling.stop();
  context.say('Starting our backend with its collectors');
  return startHost(context, options);
}

async function measure(context: Context): Promise<Line[]> {
  const stubs = await Stubs.start(context);
  await stubs.set({ fleet: services.length });
  const host = await start(context, stubs);
  const watched = collectors.map((collector): Watched => {
    const { id, calls } = collector;
    return { collector, watcher: new PassWatcher(host, stubs, id, calls) };
  });
  const probe = new MemoryProbe(host);
  const memory: MemoryReport[] = [];
  for (let pass = 1; pass <= passes; pass += 1) {
    await Promise.all(watched.map(({ watcher }) => watcher.reach(pass)));
    const report = await probe.read();
    memory.push(report);
    context.say(
      `collector ${pass}/${passes}: ${report.heap.toFixed(0)} MiB heap`,
    );
  }
  requireExpected(await stubs.calls());
  await host.stop();
  await stubs.stop();
  return [...watched.flatMap(callLines), ...memoryLines(memory)];
}

export const collector: PeersBenchmark = {
  name: 'collector',
  title: `passes of the collectors over ${services.length} services`,
  goal: `calls within ${allowance} of the least, memory flat over ${passes} passes`,
  measure,
};
