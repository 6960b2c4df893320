/** What `scripts/bench.mjs` hands over: the tool chain of the checkout, and the machine as its user has it. */
export interface Tools {
  /** The root of the checkout. */
  root: string;
  /** The Node binary that the checkout runs on, within the range that Backstage supports. */
  node: string;
  /** Yarn's script. */
  yarn: string;
  /** `YARN_*` settings: the registry, and whatever reaches it. */
  yarnSettings: Record<string, string>;
  /** PATH without the tool chain: `npm start` in a fresh clone has to provide it again. */
  machinePath: string;
}

/**
 * The tools as the environment of this process names them.
 *
 * @throws Error when the process was not started by `scripts/bench.mjs`.
 */
export function readTools(environment: NodeJS.ProcessEnv): Tools {
  const text = environment.SHOPSTACK_BENCH_TOOLS;
  if (!text) {
    throw new Error('Start the benchmarks with: npm run bench');
  }
  return JSON.parse(text);
}

/** The environment of this process without what belongs to it alone. */
export function childEnvironment(
  additions: Record<string, string>,
): NodeJS.ProcessEnv {
  const { SHOPSTACK_BENCH_TOOLS: _, ...environment } = process.env;
  return { ...environment, ...additions };
}
