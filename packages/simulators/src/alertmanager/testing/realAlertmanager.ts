import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CONFIGURATION } from '../configuration';

/** Debian's name first, then that of the project's own releases. */
const COMMANDS = ['prometheus-alertmanager', 'alertmanager'];

/** A real Alertmanager on loopback with the simulator's configuration. */
export class RealAlertmanager {
  readonly #directory = mkdtempSync(join(tmpdir(), 'real-alertmanager-'));
  #process: ChildProcess | undefined;
  url = '';

  /** The command, undefined where none is installed; fails instead where real parts are required. */
  static command(): string | undefined {
    for (const command of COMMANDS) {
      try {
        execFileSync(command, ['--version'], { stdio: 'ignore' });
        return command;
      } catch {
        // The next name.
      }
    }
    if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
      throw new Error(
        'alertmanager is required and not installed (Debian package prometheus-alertmanager)',
      );
    }
    process.stderr.write(
      'SKIPPED: alertmanager is not installed, the simulator is not compared with it\n',
    );
    return undefined;
  }

  async start(): Promise<void> {
    const config = join(this.#directory, 'alertmanager.yml');
    writeFileSync(config, stringify(CONFIGURATION));
    const address = `127.0.0.1:${await freePort()}`;
    this.url = `http://${address}`;
    this.#process = spawn(
      RealAlertmanager.command()!,
      [
        `--config.file=${config}`,
        `--storage.path=${join(this.#directory, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    const deadline = Date.now() + 30_000;
    for (;;) {
      try {
        if ((await fetch(`${this.url}/-/ready`)).ok) return;
      } catch {
        // Not listening yet.
      }
      if (Date.now() > deadline)
        throw new Error('alertmanager did not become ready within 30 s');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
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
