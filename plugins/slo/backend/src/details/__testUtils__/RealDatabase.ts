import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, RealProcess } from '../../__testUtils__/RealProcess';

/** A folder of a real Prometheus that keeps its data between starts, so that more of the past can be filled in. */
export class RealDatabase {
  readonly #directory = mkdtempSync(join(tmpdir(), 'slo-database-'));
  #process: RealProcess | undefined;
  #files = 0;
  url = '';

  /** Fills in samples: lines of OpenMetrics text, with times in Unix seconds. Only while it does not run. */
  fill(lines: string): void {
    const file = this.#write('samples.txt', `${lines.trim()}\n# EOF\n`);
    execFileSync(
      'promtool',
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        '--quiet',
        // One block in place of seven hundred.
        '--max-block-duration=2000h',
        file,
        join(this.#directory, 'data'),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  }

  /** @param rules - YAML */
  async start(rules?: string): Promise<void> {
    const files = rules ? [this.#write('rules.yml', rules)] : [];
    if (files.length > 0) {
      execFileSync('promtool', ['check', 'rules', ...files], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    }
    const config = this.#write(
      'prometheus.yml',
      JSON.stringify({
        global: { evaluation_interval: '5s' },
        rule_files: files,
      }),
    );
    const address = `127.0.0.1:${await freePort()}`;
    this.url = `http://${address}`;
    this.#process = await RealProcess.start(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(this.#directory, 'data')}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${address}`,
      ],
      log => log.includes('Server is ready to receive web requests'),
    );
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** What a person would see who asks by hand: plain HTTP, apart from our client. */
  async ask(
    path: 'query' | 'query_range',
    parameters: Record<string, string | number>,
  ): Promise<any[]> {
    const search = new URLSearchParams(
      Object.entries(parameters).map(([key, value]) => [key, String(value)]),
    );
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      body: search,
    });
    const { data, error } = (await response.json()) as any;
    if (!data) throw new Error(error);
    return data.result;
  }

  #write(name: string, text: string): string {
    this.#files += 1;
    const path = join(this.#directory, `${this.#files}-${name}`);
    writeFileSync(path, text);
    return path;
  }
}
