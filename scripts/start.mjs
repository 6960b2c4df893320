import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApplication } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { stateDirectory } from './lib/paths.mjs';
import {
  forget,
  rememberedSimulators,
  sameAddresses,
  startBackend,
  startSimulators,
  waitUntilReady,
} from './lib/portal.mjs';
import { controlOffset, requireFreePorts } from './lib/ports.mjs';
import { main, Problem, say } from './lib/say.mjs';
import { Supervisor } from './lib/Supervisor.mjs';
import { provideToolchain } from './lib/toolchain.mjs';

const usage = 'npm start -- [--port N] [--fresh] [--gitops DIR]';

function readParameters() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '7007' },
        fresh: { type: 'boolean' },
        gitops: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1024 || port > 65000)
      throw new Error(
        `--port takes a number from 1024 to 65000, not ${values.port}`,
      );
    const gitops =
      values.gitops &&
      resolve(process.env.INIT_CWD ?? process.cwd(), values.gitops);
    if (gitops && !(existsSync(gitops) && statSync(gitops).isDirectory()))
      throw new Error(`--gitops: ${gitops} is not a folder`);
    return { port, fresh: values.fresh, gitops };
  } catch (error) {
    throw new Problem(`${error.message}\n${usage}`);
  }
}

/** Each port, and each GitOps repository that was brought along, has a state of its own. */
function stateName({ port, gitops }) {
  return `${port === 7007 ? 'local' : `local-${port}`}${gitops ? '-gitops' : ''}`;
}

await main(async () => {
  const parameters = readParameters();
  const { port, fresh, gitops } = parameters;
  const state = stateDirectory(stateName(parameters));
  const toolchain = await provideToolchain();
  const supervisor = new Supervisor({ ...toolchain, directory: state });
  let ending;
  const end = code => {
    ending ??= supervisor.stop().then(() => process.exit(code));
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => end(0));

  await supervisor.takeOver();
  await requireFreePorts([
    [port, 'the portal'],
    [port + controlOffset, 'the control address of the simulators'],
  ]);
  await installDependencies(toolchain);
  if (fresh) forget(state);

  supervisor.onUnexpectedEnd = name => {
    process.stderr.write(
      `\n${name} ended unexpectedly.\n${supervisor.logTail(name)}\nThe whole log: ${supervisor.logFile(name)}\n`,
    );
    end(1);
  };
  try {
    const remembered = await rememberedSimulators(state, { port });
    say('Starting the simulators');
    const simulatorsStarted = startSimulators(supervisor, {
      port,
      state,
      gitops,
    });
    // A failure is reported where it is awaited, or by the end of its process.
    simulatorsStarted.catch(() => {});
    await buildApplication(toolchain);
    // The second time the backend starts beside the simulators, on the addresses that they had.
    const simulators = remembered ?? (await simulatorsStarted);
    say('Starting the backend');
    const backend = startBackend(supervisor, { port, state, simulators });
    if (!sameAddresses(simulators, await simulatorsStarted)) {
      throw new Problem(
        'A port of the simulators was taken while they started: start again.',
      );
    }
    const address = await waitUntilReady(backend, supervisor, {
      port,
      simulators: await simulatorsStarted,
    });
    process.stdout.write(`ShopStack Portal is ready at ${address}\n`);
  } catch (error) {
    if (!ending) {
      process.stderr.write(
        `\n${error instanceof Problem ? error.message : error.stack}\n`,
      );
      await end(1);
    }
  }
});
