import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, logFile } from '../../Context';
import { ProcessGroup } from '../../process/ProcessGroup';

const READY_MILLISECONDS = 60_000;

/** A real Prometheus on loopback with the given samples, and rules that it has loaded. */
export class BenchPrometheus {
  readonly url: string;
  readonly #group: ProcessGroup;

  private constructor(url: string, group: ProcessGroup) {
    this.url = url;
    this.#group = group;
  }

  /**
   * @param samples - texts in the OpenMetrics format
   * @throws Error when `prometheus` or `promtool` is not installed.
   */
  static async start(
    context: Context,
    { samples, rules }: { samples: string[]; rules: string },
  ): Promise<BenchPrometheus> {
    const directory = join(context.directory, `prometheus-${context.port}`);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const data = join(directory, 'data');
    samples.forEach((text, index) => {
      const file = join(directory, `samples-${index}.txt`);
      writeFileSync(file, text);
      fill(file, data);
    });
    writeFileSync(join(directory, 'rules.yml'), rules);
    // Loaded, and not evaluated while it is measured.
    writeFileSync(
      join(directory, 'prometheus.yml'),
      'global: {evaluation_interval: 12h}\nrule_files: [rules.yml]\n',
    );
    const address = `127.0.0.1:${await freePort()}`;
    const group = new ProcessGroup(
      'prometheus',
      [
        `--config.file=${join(directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${address}`,
      ],
      {
        cwd: directory,
        environment: process.env,
        log: logFile(context, 'prometheus'),
      },
    );
    const url = `http://${address}`;
    await untilReady(url, group);
    return new BenchPrometheus(url, group);
  }

  stop(): Promise<void> {
    return this.#group.stop();
  }
}

function fill(file: string, data: string): void {
  try {
    execFileSync(
      'promtool',
      ['tsdb', 'create-blocks-from', 'openmetrics', file, data],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new Error(
          'it needs prometheus and promtool; .ci/install-real-parts brings them on Debian',
        )
      : error;
  }
}

async function untilReady(url: string, group: ProcessGroup): Promise<void> {
  const deadline = Date.now() + READY_MILLISECONDS;
  while (Date.now() < deadline) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  await group.stop();
  throw new Error(`prometheus did not become ready: ${group.tail}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
