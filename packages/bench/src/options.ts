import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmarks/Benchmark';

/** What `npm run bench` was asked to do. */
interface BenchOptions {
  benchmarks: Benchmark[];
  /** Instead of what each benchmark takes by itself. */
  pairs?: number;
  port: number;
}

/** Away from 7007, where a portal may run, and from where `npm test` looks for free ports. */
const usualPort = 7457;

export const usage = (
  all: Benchmark[],
) => `usage: npm run bench -- NAME... [--pairs N] [--port N]
${all.map(({ name, title, goal }) => `  ${name.padEnd(10)}${title} (${goal})`).join('\n')}
  --pairs N   runs of each side against stock, alternating; even is better
  --port N    ours listens on N and up to 99 above, stock or the peers on N + 50 (default ${usualPort})`;

function wholeNumber(name: string, text: string, least: number, most: number) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(
      `--${name} takes a whole number from ${least} to ${most}, not ${text}`,
    );
  }
  return value;
}

/** @throws Error with the usage when the arguments name no benchmark, or what is unknown. */
export function readOptions(
  args: string[],
  all: Benchmark[],
): BenchOptions | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        pairs: { type: 'string' },
        port: { type: 'string', default: String(usualPort) },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const unknown = positionals.find(
      name => !all.some(benchmark => benchmark.name === name),
    );
    if (unknown) throw new Error(`There is no benchmark ${unknown}`);
    if (positionals.length === 0) throw new Error('Name a benchmark');
    return {
      benchmarks: all.filter(({ name }) => positionals.includes(name)),
      ...(values.pairs && {
        pairs: wholeNumber('pairs', values.pairs, 1, 1000),
      }),
      port: wholeNumber('port', values.port, 1024, 65000),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage(all)}`);
  }
}
