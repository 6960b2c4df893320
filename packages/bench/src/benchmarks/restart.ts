import { nodeOptionsOf } from '../process/nodeOptions';
import { provideStock } from '../stock/provideStock';
import { startStock } from '../stock/startStock';
import { StockApp } from '../stock/StockApp';
import { startIn, warmUp } from './portal';
import type { StockBenchmark } from './StockBenchmark';

/** Steps of a first start: a second one must not need them. */
const firstStartOnly = /^(Providing|Installing|Building)/;

/** The second start: everything is there, and the database is filled. */
export const restart: StockBenchmark = {
  name: 'restart',
  title: 'a second npm start to ready, against a second start of stock',
  unit: 'seconds',
  limit: 1.2,
  pairs: 10,
  async prepare(context) {
    const stock = new StockApp(context);
    await provideStock(context, stock);
    const nodeOptions = await warmUp(context, ({ backendPid }) =>
      nodeOptionsOf(backendPid),
    );
    const runStock = async () => {
      const started = await startStock(context, stock, {
        workspace: 'packages/backend',
        nodeOptions,
        keepDatabase: true,
      });
      await started.stop();
      return { value: started.seconds };
    };
    context.say('Warming up stock');
    await runStock();
    return {
      ours: async () => {
        const portal = await startIn(context, context.tools.root);
        await portal.stop();
        const repeated = Object.keys(portal.parts).find(name =>
          firstStartOnly.test(name),
        );
        if (repeated)
          throw new Error(`A second start did it again: ${repeated}`);
        return { value: portal.seconds, parts: portal.parts };
      },
      stock: runStock,
    };
  },
};
