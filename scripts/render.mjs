import { prepare } from './lib/prepare.mjs';
import { runProgram } from './lib/runProgram.mjs';
import { main } from './lib/say.mjs';

// A golden path without a portal.
await main(async () => {
  const { node, environment } = await prepare();
  runProgram('plugins/golden-path/cli/src/main.ts', {
    node,
    environment: {
      ...environment,
      SHOPSTACK_CWD: process.env.INIT_CWD ?? process.cwd(),
    },
  });
});
