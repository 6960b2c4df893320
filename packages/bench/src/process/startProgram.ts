import { join } from 'node:path';
import type { Context } from '../Context';
import { childEnvironment } from '../tools';
import { ProcessGroup } from './ProcessGroup';

export interface ProgramOptions {
  /** TypeScript file below the sources of this package. */
  program: string;
  parameters?: string[];
  /** Options for Node itself. */
  nodeOptions?: string[];
  environment?: Record<string, string>;
  log: string;
  onLine?: (line: string) => void;
}

/** Runs a program of this package from its sources, in a process that ends with this one. */
export function startProgram(
  { tools }: Context,
  options: ProgramOptions,
): ProcessGroup {
  const { program, parameters = [], nodeOptions = [], log, onLine } = options;
  return new ProcessGroup(
    tools.node,
    [
      ...nodeOptions,
      '--require',
      join(
        tools.root,
        'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
      ),
      '--require',
      join(tools.root, 'scripts/lib/exit-with-parent.cjs'),
      join(tools.root, 'packages/bench/src', program),
      ...parameters,
    ],
    {
      cwd: join(tools.root, 'packages/bench'),
      environment: childEnvironment(options.environment ?? {}),
      log,
      onLine,
    },
  );
}
