import type { Context } from '../Context';
import { judgeLines, type Line } from '../measure/judgeLines';
import { formatLines } from '../report/formatLines';
import type { Benchmark } from './Benchmark';

/** Ours beside the peers' packages, line by line, each held to a goal of its own. */
export interface PeersBenchmark {
  name: string;
  title: string;
  goal: string;
  measure(context: Context): Promise<Line[]>;
}

/** Measures all lines and judges each. */
export function againstPeers(benchmark: PeersBenchmark): Benchmark {
  const { name, title, goal } = benchmark;
  return {
    name,
    title,
    goal,
    async run(context) {
      context.say(`${name}: ${title}`);
      const result = judgeLines(benchmark, await benchmark.measure(context));
      return { passed: result.passed, table: formatLines(result), result };
    },
  };
}
