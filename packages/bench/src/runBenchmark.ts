import type { Benchmark } from './benchmarks/Benchmark';
import type { Context } from './Context';
import { alternate } from './measure/alternate';
import { judge, type Verdict } from './measure/judge';

/** Prepares a benchmark, runs its pairs and judges them. */
export async function runBenchmark(
  benchmark: Benchmark,
  context: Context,
  pairs = benchmark.pairs,
): Promise<Verdict> {
  const { name, title, unit } = benchmark;
  context.say(`${name}: ${title}`);
  const sides = await benchmark.prepare(context);
  let runs = 0;
  const samples = await alternate(pairs, sides, (side, { value }) => {
    runs += 1;
    context.say(
      `${name} ${runs}/${2 * pairs}: ${side} ${value.toFixed(2)} ${unit}`,
    );
  });
  return judge(benchmark, samples);
}
