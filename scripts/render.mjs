import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, transform } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { main } from './lib/say.mjs';

// A golden path without a portal. Standard output is the command's own, so it is inherited.
await main(async () => {
  const { node, environment } = await prepare();
  const child = spawn(
    node,
    [
      '--require',
      transform,
      join(root, 'plugins/golden-path/cli/src/main.ts'),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      env: {
        ...environment,
        SHOPSTACK_CWD: process.env.INIT_CWD ?? process.cwd(),
      },
      stdio: 'inherit',
    },
  );
  child.on('exit', code => process.exit(code ?? 1));
});
