import { join } from 'node:path';
import { benchmarks as all } from './benchmarks/all';
import type { Benchmark } from './benchmarks/Benchmark';
import type { Context } from './Context';
import { readOptions, usage } from './options';
import { ProcessGroup } from './process/ProcessGroup';
import { describeCommit } from './report/describeCommit';
import { describeMachine } from './report/describeMachine';
import type { Tools } from './tools';

/** Where a run talks to. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** Runs the named benchmarks. Answers the exit code: 0 when every limit is met, 1 when not, or when one could not be run. */
export async function run(
  args: string[],
  tools: Tools,
  console: Console,
  benchmarks: Benchmark[] = all,
): Promise<number> {
  const options = readOptions(args, benchmarks);
  if (options === 'help') {
    console.out(usage(benchmarks));
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
  const results: object[] = [];
  let passed = true;
  for (const { name, run: measure } of options.benchmarks) {
    try {
      const outcome = await measure(context, options.pairs);
      console.error(`\n${outcome.table}\n`);
      results.push(outcome.result);
      passed &&= outcome.passed;
    } catch (error) {
      const { message } = error as Error;
      console.error(`\n${name} could not be measured: ${message}\n`);
      results.push({ name, passed: false, error: message });
      passed = false;
    }
  }
  // Some share what they started.
  await ProcessGroup.stopAll();
  const date = new Date().toISOString();
  console.out(
    JSON.stringify({ date, ...commit, machine, passed, results }, undefined, 2),
  );
  return passed ? 0 : 1;
}
