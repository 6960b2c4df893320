import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { type Context, logFile } from '../Context';
import { startProgram } from '../process/startProgram';
import type { StubAddresses } from '../stubs/startStubs';
import { emptyDatabases } from './emptyDatabases';
import { hostConfig } from './hostConfig';
import { mergeSettings } from './mergeSettings';
import { requireFreePort } from './requireFreePort';
import { signInWhenReady } from './signIn';

/** A running backend of one side. */
export interface Host {
  address: string;
  pid: number;
  /** A signed-in user's. */
  token: string;
  /** Calls back for every line that it prints. */
  onLine(listener: (line: string) => void): void;
  stop(): Promise<void>;
}

/** Backend plugins by the names of their packages, and where Node finds those. */
export interface HostPlugins {
  folder: string;
  packages: string[];
}

export interface HostStart {
  /** Of its log and of the folder of its databases. */
  name: string;
  plugins: HostPlugins;
  /** Runs no scheduled task. */
  idle?: boolean;
  port: number;
  stubs: StubAddresses;
  entities: Entity[];
  /** What only its plugins read. */
  config?: object;
  environment?: Record<string, string>;
  nodeOptions?: string[];
}

/** Starts a backend whose plugins have read nothing yet, and waits until its catalog is filled. */
export async function startHost(
  context: Context,
  options: HostStart,
): Promise<Host> {
  const { name, plugins, port, stubs } = options;
  await requireFreePort(port);
  const directory = join(context.directory, `hosts-${context.port}`, name);
  const { file: entities, keep } = await emptyDatabases(
    directory,
    options.entities,
  );
  const config = join(directory, 'config.yaml');
  const common = hostConfig({ port, database: directory, entities, stubs });
  // JSON is YAML.
  await writeFile(
    config,
    JSON.stringify(mergeSettings(common, options.config ?? {})),
  );
  const listeners: ((line: string) => void)[] = [];
  const group = startProgram(context, {
    program: 'hosts/main.ts',
    parameters: ['--config', config],
    // With which `npm start` runs a backend, too.
    nodeOptions: ['--max-semi-space-size=16', ...(options.nodeOptions ?? [])],
    environment: {
      NODE_ENV: 'development',
      SHOPSTACK_BENCH_FOLDER: plugins.folder,
      SHOPSTACK_BENCH_PLUGINS: plugins.packages.join(','),
      ...(options.idle && { SHOPSTACK_BENCH_IDLE: 'true' }),
      ...options.environment,
    },
    log: logFile(context, name),
    onLine: line => {
      // It would stay, and never become ready.
      if (line.includes('Backend startup failed')) group.stop();
      listeners.forEach(listener => listener(line));
    },
  });
  const address = `http://localhost:${port}`;
  try {
    const token = await signInWhenReady(
      address,
      options.entities.length,
      group.ended,
    );
    await keep();
    return {
      address,
      token,
      pid: group.pid,
      onLine: listener => listeners.push(listener),
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw new Error(
      `${(error as Error).message}. Its log: ${logFile(context, name)}`,
    );
  }
}
