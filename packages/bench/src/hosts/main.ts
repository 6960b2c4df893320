import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createHost } from './createHost';
import { idleScheduler } from './idleScheduler';
import { reportMemoryOnSignal } from './reportMemory';

reportMemoryOnSignal();

const {
  SHOPSTACK_BENCH_FOLDER,
  SHOPSTACK_BENCH_PLUGINS,
  SHOPSTACK_BENCH_IDLE,
} = process.env;

// The peers are installed beside the checkout's own packages, so they are found from a folder of their own.
const requirePlugin = createRequire(
  join(SHOPSTACK_BENCH_FOLDER!, 'package.json'),
);

const backend = createHost();
if (SHOPSTACK_BENCH_IDLE) backend.add(idleScheduler);
for (const name of SHOPSTACK_BENCH_PLUGINS!.split(',')) {
  backend.add(requirePlugin(name).default);
}
backend.start();
