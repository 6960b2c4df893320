import type { Stubs } from '../stubs/Stubs';
import { PassWatcher } from './PassWatcher';
import type { Host } from './startHost';

describe('PassWatcher', () => {
  it('takes the passes of one collector with the calls of each', async () => {
    const listeners: ((line: string) => void)[] = [];
    const print = (line: string) =>
      listeners.forEach(listener => listener(line));
    let calls = 0;
    const watcher = new PassWatcher(
      { onLine: listener => listeners.push(listener) } as Partial<Host> as Host,
      {
        calls: async () => ({
          operations: {
            'ecr DescribeImages': { calls },
            'codebuild BatchGetBuilds': { calls: 7 },
          },
        }),
      } as unknown as Stubs,
      'collect-scans',
      'ecr ',
    );

    calls = 1000;
    print('ecr info Collector collect-scans: 12 items in 3.4 s with 9 calls');
    await watcher.reach(1);
    print('builds info Collector collect-builds: 5 items in 1.0 s');
    calls = 1004;
    print('ecr info Collector collect-scans: 0 items in 0.2 s with 4 calls');
    await watcher.reach(2);

    expect(watcher.passes).toEqual([
      { items: 12, seconds: 3.4, calls: 1000 },
      { items: 0, seconds: 0.2, calls: 4 },
    ]);
  });
});
