import { againstStock } from './againstStock';
import type { StockBenchmark } from './StockBenchmark';

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

describe('againstStock', () => {
  beforeEach(() => {
    said.length = 0;
  });

  it('prepares once, runs the pairs and judges them', async () => {
    const runs = { ours: [6, 8], stock: [10, 10] };
    const prepare = jest.fn(async () => ({
      ours: async () => ({ value: runs.ours.shift()! }),
      stock: async () => ({ value: runs.stock.shift()! }),
    }));
    const benchmark: StockBenchmark = {
      name: 'restart',
      title: 'second start',
      unit: 'seconds',
      limit: 0.6,
      pairs: 2,
      prepare,
    };
    const outcome = await againstStock(benchmark).run(context);
    expect(prepare).toHaveBeenCalledTimes(1);
    expect(outcome).toMatchObject({
      passed: false,
      result: { name: 'restart', ratio: 0.7 },
      table: expect.stringContaining('MISSED'),
    });
    expect(said).toEqual([
      'restart: second start',
      'restart 1/4: ours 6.00 seconds',
      'restart 2/4: stock 10.00 seconds',
      'restart 3/4: stock 10.00 seconds',
      'restart 4/4: ours 8.00 seconds',
    ]);
  });
});
