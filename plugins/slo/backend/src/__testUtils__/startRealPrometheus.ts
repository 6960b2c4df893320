import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isInstalled, RealProcess, sayMissing } from './RealProcess';

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
  if (isInstalled('promtool') && isInstalled('prometheus')) {
    return true;
  }
  sayMissing('prometheus (Debian package prometheus)', skipped);
  return false;
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
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const data = join(directory, 'data');
  const path = options.path ?? '';
  try {
    if (options.openMetrics !== undefined) {
      const samples = `${options.openMetrics.trim()}\n# EOF\n`;
      backfill(file('samples.txt', samples), data);
    }
    const rules = (options.rules ?? []).map((text, index) =>
      file(`rules-${index}.yml`, text),
    );
    const config = file('prometheus.yml', configuration(options, rules));
    const address = `127.0.0.1:${await freePort()}`;
    const started = await RealProcess.start(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${address}`,
        `--web.external-url=http://${address}${path}`,
        ...(options.webConfig
          ? [`--web.config.file=${file('web.yml', options.webConfig)}`]
          : []),
        ...(options.flags ?? []),
      ],
      // A probe would need the credentials.
      log => log.includes('Server is ready to receive web requests'),
    );
    const scheme = options.webConfig?.includes('tls_server_config')
      ? 'https'
      : 'http';
    return {
      url: `${scheme}://${address}${path}`,
      async stop() {
        await started.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
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
