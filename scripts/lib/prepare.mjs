import { join } from 'node:path';
import { installDependencies } from './install.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { provideToolchain } from './toolchain.mjs';

/** The tool chain with everything installed, and `binary(name, parameters)` that runs a command of node_modules. */
export async function prepare() {
  const toolchain = await provideToolchain();
  await installDependencies(toolchain);
  const binary = (name, parameters, options = {}) =>
    run(
      toolchain.node,
      [join(root, 'node_modules/.bin', name), ...parameters],
      {
        ...options,
        environment: { ...toolchain.environment, ...options.environment },
      },
    );
  return { ...toolchain, binary };
}
