import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatValue } from '../formatValue';
import { SampleSet } from './sampleSet';

/** A real Prometheus on loopback that holds a set of samples and scrapes nothing. */
export class RealPrometheus {
  readonly #directory = mkdtempSync(join(tmpdir(), 'real-prometheus-'));
  #process: ChildProcess | undefined;
  #url = '';

  /** True when `prometheus` and `promtool` are installed; fails instead where real parts are required. */
  static isInstalled(): boolean {
    try {
      execFileSync('promtool', ['--version'], { stdio: 'ignore' });
      execFileSync('prometheus', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
        throw new Error(
          'prometheus and promtool are required and not installed (Debian package prometheus)',
        );
      }
      process.stderr.write(
        'SKIPPED: prometheus is not installed, the PromQL engine is not compared with it\n',
      );
      return false;
    }
  }

  async start(set: SampleSet): Promise<void> {
    const data = join(this.#directory, 'data');
    const samples = join(this.#directory, 'samples.txt');
    const config = join(this.#directory, 'prometheus.yml');
    writeFileSync(samples, openMetrics(set));
    writeFileSync(config, 'global: {}\n');
    execFileSync(
      'promtool',
      ['tsdb', 'create-blocks-from', 'openmetrics', samples, data],
      { stdio: 'ignore' },
    );
    const address = `127.0.0.1:${await freePort()}`;
    this.#url = `http://${address}`;
    this.#process = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${address}`,
      ],
      { stdio: 'ignore' },
    );
    await this.#untilReady();
  }

  /** Status code and body of a call of its HTTP API. */
  async get(
    path: string,
    query: Record<string, string>,
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(
      `${this.#url}${path}?${new URLSearchParams(query)}`,
    );
    return { status: response.status, body: await response.json() };
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (running && running.exitCode === null) {
      const ended = new Promise(resolve => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      try {
        if ((await fetch(`${this.#url}/-/ready`)).ok) return;
      } catch {
        // Not listening yet.
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('prometheus did not become ready within 30 s');
  }
}

function openMetrics(set: SampleSet): string {
  const lines = set.series.flatMap(({ labels, samples }) => {
    const { __name__: name, ...rest } = labels;
    const inner = Object.entries(rest).map(
      ([label, value]) => `${label}="${value}"`,
    );
    return samples.map(
      ([time, value]) =>
        `${name}{${inner.join(',')}} ${formatValue(value)} ${time / 1000}`,
    );
  });
  return `${lines.join('\n')}\n# EOF\n`;
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
