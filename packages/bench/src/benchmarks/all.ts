import type { Benchmark } from './Benchmark';
import { memory } from './memory';
import { restart } from './restart';
import { start } from './start';

/** Every benchmark, in the order in which they are run and listed. */
export const benchmarks: Benchmark[] = [start, restart, memory];
