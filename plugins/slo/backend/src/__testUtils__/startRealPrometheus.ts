import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RealPrometheusOptions {
  /** Texts of files of rules. */
  rules?: string[];
  /** Samples of the past in OpenMetrics text, with times in Unix seconds; `# EOF` is added. */
  openMetrics?: string;
  /** What to scrape, as `host:port`; its path is `/metrics`. */
  targets?: string[];
  /** Prometheus duration. Default 1s. */
  scrapeInterval?: string;
  /** Prometheus duration. Default 1s. */
  evaluationInterval?: string;
  /** Text of a `--web.config.file` (TLS, basic authentication). */
  webConfig?: string;
  /** Further flags. */
  flags?: string[];
  /** Path below which everything is, for example `/prometheus`. */
  path?: string;
}

export interface StartedPrometheus {
  /** Without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/**
 * True when `prometheus` and `promtool` are installed. Says on standard error what is skipped without them, and fails
 * where real parts are required.
 */
export function hasRealPrometheus(skipped: string): boolean {
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
    process.stderr.write(`SKIPPED: prometheus is not installed: ${skipped}\n`);
    return false;
  }
}

/**
 * Starts a real Prometheus on a free port of loopback. Resolves when it answers; the first scrape and the first
 * evaluation of rules come later.
 */
export async function startRealPrometheus(
  options: RealPrometheusOptions = {},
): Promise<StartedPrometheus> {
  const directory = mkdtempSync(join(tmpdir(), 'slo-prometheus-'));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  const data = join(directory, 'data');
  if (options.openMetrics !== undefined) {
    backfill(
      file('samples.txt', `${options.openMetrics.trim()}\n# EOF\n`),
      data,
    );
  }
  const rules = (options.rules ?? []).map((text, index) =>
    file(`rules-${index}.yml`, text),
  );
  const address = `127.0.0.1:${await freePort()}`;
  const path = options.path ?? '';
  const child = spawn(
    'prometheus',
    [
      `--config.file=${file('prometheus.yml', configuration(options, rules))}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=${address}`,
      `--web.external-url=http://${address}${path}`,
      ...(options.webConfig
        ? [`--web.config.file=${file('web.yml', options.webConfig)}`]
        : []),
      ...(options.flags ?? []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const log = collect(child);
  const stop = async () => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await untilReady(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const scheme = /tls_server_config/.test(options.webConfig ?? '')
    ? 'https'
    : 'http';
  return { url: `${scheme}://${address}${path}`, stop };
}

/** JSON is YAML. */
function configuration(
  {
    targets = [],
    scrapeInterval = '1s',
    evaluationInterval = '1s',
  }: RealPrometheusOptions,
  rules: string[],
): string {
  return JSON.stringify({
    global: {
      scrape_interval: scrapeInterval,
      scrape_timeout: scrapeInterval,
      evaluation_interval: evaluationInterval,
    },
    rule_files: rules,
    scrape_configs:
      targets.length > 0
        ? [{ job_name: 'test', static_configs: [{ targets }] }]
        : [],
  });
}

function backfill(samples: string, data: string): void {
  execFileSync(
    'promtool',
    ['tsdb', 'create-blocks-from', 'openmetrics', samples, data],
    { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 64 * 1024 * 1024 },
  );
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-20_000);
  });
  return () => text;
}

/** Its log tells, for probes would need the credentials. */
async function untilReady(
  child: ChildProcess,
  log: () => string,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!log().includes('Server is ready to receive web requests')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`prometheus did not become ready:\n${log()}`);
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
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
