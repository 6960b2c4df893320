import { prepare } from './lib/prepare.mjs';
import { runProgram } from './lib/runProgram.mjs';
import { main } from './lib/say.mjs';

// Rules and dashboards of files of service level objectives, for CI and by hand.
await main(async () => {
  const { node, environment } = await prepare();
  runProgram('plugins/slo/cli/src/main.ts', {
    node,
    environment: {
      ...environment,
      SHOPSTACK_CWD: process.env.INIT_CWD ?? process.cwd(),
    },
  });
});
