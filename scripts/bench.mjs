import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { runProgram } from './lib/runProgram.mjs';
import { main } from './lib/say.mjs';

// Ours against stock Backstage.
await main(async () => {
  const { node, yarn, environment, yarnEnvironment } = await prepare();
  const yarnSettings = Object.fromEntries(
    Object.entries(await yarnEnvironment()).filter(([name]) =>
      name.startsWith('YARN_'),
    ),
  );
  runProgram('packages/bench/src/main.ts', {
    node,
    environment: {
      ...environment,
      SHOPSTACK_BENCH_TOOLS: JSON.stringify({
        root,
        node,
        yarn,
        yarnSettings,
        machinePath: process.env.PATH,
      }),
    },
  });
});
