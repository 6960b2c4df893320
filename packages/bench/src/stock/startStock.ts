import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../Context';
import { ProcessGroup } from '../process/ProcessGroup';
import { childEnvironment } from '../tools';
import type { StockApp } from './StockApp';
import { stockConfig } from './stockConfig';
import { waitUntilReady } from './waitUntilReady';

interface StartedStock {
  /** From the start of its process until it can be used. */
  seconds: number;
  pid: number;
  stop(): Promise<void>;
}

interface StockStart {
  /** Folder of the backend below the root of stock. */
  workspace: string;
  /** Options for Node itself. */
  nodeOptions: string[];
  /** Keeps its databases, unless they shall be lost with the process. */
  keepDatabase: boolean;
  /** It has the events plugin. */
  events?: boolean;
}

/** Starts a backend of stock as `npm start` starts ours: one process, from sources, which serves the built app too. */
export async function startStock(
  { tools, port: ours }: Context,
  stock: StockApp,
  { workspace, nodeOptions, keepDatabase, events = false }: StockStart,
): Promise<StartedStock> {
  const port = ours + 50;
  const name = workspace.split('/').at(-1)!;
  const database = join(stock.directory, 'database', name);
  if (keepDatabase) await mkdir(database, { recursive: true });
  const config = join(stock.directory, `${name}.yaml`);
  // JSON is YAML.
  await writeFile(
    config,
    JSON.stringify(
      stockConfig({
        port,
        events,
        ...(keepDatabase && { database }),
      }),
    ),
  );
  const started = performance.now();
  const group = new ProcessGroup(
    tools.node,
    [
      ...nodeOptions,
      '--require',
      stock.path('node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
      '--require',
      join(tools.root, 'scripts/lib/exit-with-parent.cjs'),
      'src/index.ts',
      '--config',
      '../../app-config.yaml',
      '--config',
      config,
    ],
    {
      cwd: stock.path(workspace),
      environment: childEnvironment({
        NODE_ENV: 'development',
        LOG_LEVEL: 'info',
      }),
      log: stock.log(name),
    },
  );
  try {
    await waitUntilReady(
      `http://localhost:${port}`,
      ['component', 'template'],
      group,
    );
  } catch (error) {
    await group.stop();
    throw new Error(`Stock: ${(error as Error).message}\n${group.tail}`);
  }
  return {
    seconds: (performance.now() - started) / 1000,
    pid: group.pid,
    stop: () => group.stop(),
  };
}
