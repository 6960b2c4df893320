import { join } from 'node:path';
import { benchmarks as all } from './benchmarks/all';
import type { Context } from './Context';
import type { Verdict } from './measure/judge';
import { readOptions, usage } from './options';
import { describeCommit } from './report/describeCommit';
import { describeMachine } from './report/describeMachine';
import { formatTable } from './report/formatTable';
import type { Tools } from './tools';

import { runBenchmark } from './runBenchmark';

/** Where a run talks to. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** A benchmark that could not be run to its end. */
interface Failure {
  name: string;
  passed: false;
  error: string;
}

/** Runs the named benchmarks. Answers the exit code: 0 when every limit is met, 1 when not, or when one could not be run. */
export async function run(
  args: string[],
  tools: Tools,
  console: Console,
): Promise<number> {
  const options = readOptions(args, all);
  if (options === 'help') {
    console.out(usage(all));
    return 0;
  }
  const started = performance.now();
  const context: Context = {
    tools,
    directory: join(tools.root, '.state/bench'),
    port: options.port,
    say: message => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${seconds.padStart(4)} s  ${message}`);
    },
  };
  const machine = describeMachine();
  const commit = describeCommit(tools.root);
  if (machine.load > machine.processors / 2) {
    context.say(`The machine is busy (load ${machine.load}): expect spread`);
  }
  if (commit.uncommittedChanges) {
    context.say(
      'There are uncommitted changes: a fresh clone has none of them',
    );
  }
  const results: (Verdict | Failure)[] = [];
  for (const benchmark of options.benchmarks) {
    const { name } = benchmark;
    try {
      const verdict = await runBenchmark(benchmark, context, options.pairs);
      console.error(`\n${formatTable(verdict)}\n`);
      results.push(verdict);
    } catch (error) {
      const { message } = error as Error;
      console.error(`\n${name} could not be measured: ${message}\n`);
      results.push({ name, passed: false, error: message });
    }
  }
  const passed = results.every(result => result.passed);
  const date = new Date().toISOString();
  console.out(
    JSON.stringify({ date, ...commit, machine, passed, results }, undefined, 2),
  );
  return passed ? 0 : 1;
}
