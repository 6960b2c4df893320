import { mkdir, readFile, rm } from 'node:fs/promises';
import {
  buildStock,
  installStock,
  resolutionSeconds,
} from '../stock/buildStock';
import { renderStock, writeStock } from '../stock/renderStock';
import { startStock } from '../stock/startStock';
import { StockApp } from '../stock/StockApp';
import { freshClone } from './freshClone';
import { startIn } from './portal';
import type { StockBenchmark } from './StockBenchmark';

/** From nothing to a portal: everything cold on both sides, each cache beside its checkout. */
export const start: StockBenchmark = {
  name: 'start',
  title: 'npm start in a fresh clone, against install + build + start of stock',
  unit: 'seconds',
  limit: 1.3,
  pairs: 2,
  async prepare(context) {
    await mkdir(context.directory, { recursive: true });
    const stock = new StockApp(context);
    const files = await renderStock(context);
    return {
      ours: async () => {
        const clone = await freshClone(context);
        const portal = await startIn(context, clone);
        await portal.stop();
        await rm(clone, { recursive: true, force: true });
        return { value: portal.seconds, parts: portal.parts };
      },
      stock: async () => {
        await writeStock(stock, files);
        const install = await installStock(context, stock);
        const build = await buildStock(context, stock);
        const started = await startStock(context, stock, {
          workspace: 'packages/backend',
          nodeOptions: [],
          keepDatabase: false,
        });
        await started.stop();
        const log = await readFile(stock.log('install'), 'utf8');
        return {
          value: install + build + started.seconds,
          parts: {
            install,
            'resolution, of install': resolutionSeconds(log),
            build,
            start: started.seconds,
          },
        };
      },
    };
  },
};
