import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, RealProcess } from '../RealProcess';

export interface LivePrometheusOptions {
  /** `host:port` of what is scraped every second. */
  target: string;
  /** Texts of files of rules, evaluated every second. */
  rules: string[];
  /** Samples of the past, lines of OpenMetrics text with times in Unix seconds. */
  past?: string;
}

/** A real Prometheus that scrapes and evaluates, and that can be killed and started again at the same address. */
export class LivePrometheus {
  static async create(options: LivePrometheusOptions): Promise<LivePrometheus> {
    const directory = mkdtempSync(join(tmpdir(), 'slo-live-'));
    return new LivePrometheus(options, directory, await freePort());
  }

  /** Without a slash at the end. */
  readonly url: string;
  readonly #options: LivePrometheusOptions;
  readonly #directory: string;
  readonly #rules: string[];
  #process: RealProcess | undefined;

  private constructor(
    options: LivePrometheusOptions,
    directory: string,
    port: number,
  ) {
    this.#options = options;
    this.#directory = directory;
    this.url = `http://127.0.0.1:${port}`;
    this.#rules = options.rules.map((text, index) =>
      this.#write(`rules-${index}.yml`, text),
    );
    execFileSync('promtool', ['check', 'rules', ...this.#rules], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (options.past) this.#fill(options.past);
  }

  /**
   * Resolves when it answers.
   *
   * @param more - `readsFrom` is a further store that every query asks as well; `flags` are those of the command
   */
  async start(
    more: { flags?: string[]; readsFrom?: string } = {},
  ): Promise<void> {
    const { flags = [], readsFrom } = more;
    const config = this.#write(
      'prometheus.yml',
      JSON.stringify({
        global: {
          scrape_interval: '1s',
          scrape_timeout: '1s',
          evaluation_interval: '1s',
        },
        rule_files: this.#rules,
        scrape_configs: [
          {
            job_name: 'live',
            static_configs: [{ targets: [this.#options.target] }],
          },
        ],
        ...(readsFrom && {
          remote_read: [{ url: readsFrom, read_recent: true }],
        }),
      }),
    );
    this.#process = await RealProcess.start(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(this.#directory, 'data')}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${new URL(this.url).host}`,
        ...flags,
      ],
      log => log.includes('Server is ready to receive web requests'),
    );
  }

  /** Ends it by SIGKILL. What it has written stays. */
  async kill(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #fill(past: string): void {
    const samples = this.#write('past.txt', `${past.trim()}\n# EOF\n`);
    execFileSync(
      'promtool',
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        '--max-block-duration=2000h',
        samples,
        join(this.#directory, 'data'),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  }

  #write(name: string, text: string): string {
    const path = join(this.#directory, name);
    writeFileSync(path, text);
    return path;
  }
}
