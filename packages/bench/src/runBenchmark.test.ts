import type { Benchmark } from './benchmarks/Benchmark';
import { runBenchmark } from './runBenchmark';

const said: string[] = [];
const context = {
  tools: {
    root: '/',
    node: 'node',
    yarn: 'yarn.js',
    yarnSettings: {},
    machinePath: '',
  },
  directory: '/',
  port: 8000,
  say: (message: string) => said.push(message),
};

describe('runBenchmark', () => {
  beforeEach(() => {
    said.length = 0;
  });

  it('prepares once, runs the pairs and judges them', async () => {
    const runs = { ours: [6, 8], stock: [10, 10] };
    const prepare = jest.fn(async () => ({
      ours: async () => ({ value: runs.ours.shift()! }),
      stock: async () => ({ value: runs.stock.shift()! }),
    }));
    const benchmark: Benchmark = {
      name: 'restart',
      title: 'second start',
      unit: 'seconds',
      limit: 0.6,
      pairs: 2,
      prepare,
    };
    const verdict = await runBenchmark(benchmark, context);
    expect(prepare).toHaveBeenCalledTimes(1);
    expect(verdict).toMatchObject({ ratio: 0.7, passed: false });
    expect(said).toEqual([
      'restart: second start',
      'restart 1/4: ours 6.00 seconds',
      'restart 2/4: stock 10.00 seconds',
      'restart 3/4: stock 10.00 seconds',
      'restart 4/4: ours 8.00 seconds',
    ]);
  });
});
