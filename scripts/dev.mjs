import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { root, stateDirectory } from './lib/paths.mjs';
import { startSimulators } from './lib/portal.mjs';
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
  const { github, aws, argocd, kubernetes } = await startSimulators(
    supervisor,
    { port, state },
  );
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
        SHOPSTACK_GITHUB_URL: github.url,
        SHOPSTACK_GITHUB_HOST: new URL(github.url).host,
        SHOPSTACK_AWS_URL: aws.url,
        SHOPSTACK_ARGOCD_URL: argocd.url,
        SHOPSTACK_KUBERNETES_URL: kubernetes.url,
      },
      allowFailure: true,
    },
  );
  await supervisor.stop();
});
