import { setTimeout as sleep } from 'node:timers/promises';
import { nodeOptionsOf } from '../process/nodeOptions';
import { residentMebibytes } from '../process/residentMemory';
import { provideSamePlugins } from '../stock/provideStock';
import { startStock } from '../stock/startStock';
import { StockApp } from '../stock/StockApp';
import { startIn, warmUp } from './portal';
import type { StockBenchmark } from './StockBenchmark';

/** Given to both sides after they are ready, to become idle. */
const idleMilliseconds = 15_000;

/** What our plugins cost: the backend process, against one with the same stock plugins and none of ours. */
export const memory: StockBenchmark = {
  name: 'memory',
  title:
    'resident memory of the backend, idle, against stock with the same stock plugins',
  unit: 'MiB',
  limit: 1.1,
  pairs: 4,
  async prepare(context) {
    const stock = new StockApp(context);
    const workspace = await provideSamePlugins(context, stock);
    const nodeOptions = await warmUp(context, ({ backendPid }) =>
      nodeOptionsOf(backendPid),
    );
    const start = () =>
      startStock(context, stock, {
        workspace,
        nodeOptions,
        keepDatabase: true,
        events: true,
      });
    context.say('Warming up stock');
    await (await start()).stop();
    const measure = async (pid: number, started: { stop(): Promise<void> }) => {
      try {
        await sleep(idleMilliseconds);
        return { value: residentMebibytes(pid) };
      } finally {
        await started.stop();
      }
    };
    return {
      ours: async () => {
        const portal = await startIn(context, context.tools.root);
        return measure(portal.backendPid, portal);
      },
      stock: async () => {
        const started = await start();
        return measure(started.pid, started);
      },
    };
  },
};
