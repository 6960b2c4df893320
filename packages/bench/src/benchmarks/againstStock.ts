import { alternate } from '../measure/alternate';
import { judge } from '../measure/judge';
import { formatTable } from '../report/formatTable';
import type { Benchmark } from './Benchmark';
import type { StockBenchmark } from './StockBenchmark';

/** Prepares, runs the pairs and judges their ratio. */
export function againstStock(benchmark: StockBenchmark): Benchmark {
  const { name, title, unit, limit, pairs: usualPairs } = benchmark;
  return {
    name,
    title,
    goal: `limit ${limit}, ${usualPairs} pairs`,
    async run(context, pairs = usualPairs) {
      context.say(`${name}: ${title}`);
      const sides = await benchmark.prepare(context);
      let runs = 0;
      const samples = await alternate(pairs, sides, (side, { value }) => {
        runs += 1;
        context.say(
          `${name} ${runs}/${2 * pairs}: ${side} ${value.toFixed(2)} ${unit}`,
        );
      });
      const result = judge(benchmark, samples);
      return { passed: result.passed, table: formatTable(result), result };
    },
  };
}
