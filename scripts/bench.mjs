import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, transform } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { main } from './lib/say.mjs';

// Ours against stock Backstage. Standard output is the result, so it is inherited.
await main(async () => {
  const { node, yarn, environment, yarnEnvironment } = await prepare();
  const yarnSettings = Object.fromEntries(
    Object.entries(await yarnEnvironment()).filter(([name]) =>
      name.startsWith('YARN_'),
    ),
  );
  const child = spawn(
    node,
    [
      '--require',
      transform,
      join(root, 'packages/bench/src/main.ts'),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      env: {
        ...environment,
        SHOPSTACK_BENCH_TOOLS: JSON.stringify({
          root,
          node,
          yarn,
          yarnSettings,
          machinePath: process.env.PATH,
        }),
      },
      stdio: 'inherit',
    },
  );
  // It ends the portals that it started, then itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
});
