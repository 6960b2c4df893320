import { againstPeers } from './againstPeers';
import { againstStock } from './againstStock';
import type { Benchmark } from './Benchmark';
import { collector } from './collector/collector';
import { memory } from './memory';
import { pageLatency } from './pages/pageLatency';
import { stampede } from './pages/stampede';
import { upstreamBudget } from './pages/upstreamBudget';
import { upstreamCalls } from './pages/upstreamCalls';
import { restart } from './restart';
import { objectivesPage } from './slo/objectivesPage';
import { start } from './start';

/** Every benchmark, in the order in which they are run and listed. */
export const benchmarks: Benchmark[] = [
  ...[start, restart, memory].map(againstStock),
  ...[
    upstreamCalls,
    pageLatency,
    stampede,
    upstreamBudget,
    objectivesPage,
    collector,
  ].map(againstPeers),
];
