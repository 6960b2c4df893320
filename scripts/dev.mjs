import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { root, stateDirectory } from './lib/paths.mjs';
import { simulatorEnvironment, startSimulators } from './lib/portal.mjs';
import { controlOffset, requireFreePorts } from './lib/ports.mjs';
import { main, say } from './lib/say.mjs';
import { Supervisor } from './lib/Supervisor.mjs';

const port = 7007;

// Hot reload of app (port 3000) and backend for contributors, on simulators of its own.
await main(async () => {
  const toolchain = await prepare();
  const state = stateDirectory('dev');
  const supervisor = new Supervisor({ ...toolchain, directory: state });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => supervisor.stop().then(() => process.exit(0)));
  await supervisor.takeOver();
  await requireFreePorts([
    [port, 'the backend'],
    [3000, 'the app'],
    [port + controlOffset, 'the control address of the simulators'],
  ]);
  const simulators = await startSimulators(supervisor, { port, state });
  say('Starting app and backend with hot reload at http://localhost:3000');
  await toolchain.binary(
    'backstage-cli',
    [
      'repo',
      'start',
      'packages/app',
      'packages/backend',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'app-config.dev.yaml'),
    ],
    {
      environment: {
        NODE_ENV: 'development',
        SHOPSTACK_STATE: state,
        ...simulatorEnvironment(simulators),
      },
      allowFailure: true,
    },
  );
  await supervisor.stop();
});
