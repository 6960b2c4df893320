import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Moto imports all of its services when it starts, which on a busy machine takes a while. */
const READY_WITHIN_MS = 60_000;

/** How moto is called, the first that answers; both come from `pip install 'moto[server]'`. */
const WAYS = [
  { command: 'moto_server', words: [] },
  { command: 'python3', words: ['-m', 'moto.server'] },
];

type Way = (typeof WAYS)[number];

/** A real moto (the AWS that its authors hold to the real one) on loopback, empty, with no data outside its memory. */
export class RealMoto {
  /** True when moto is installed; throws instead where real parts are required. Says on standard error what is skipped. */
  static isInstalled(): boolean {
    if (findWay()) {
      return true;
    }
    if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
      throw new Error(
        "moto is required and not installed (pip install 'moto[server]')",
      );
    }
    process.stderr.write(
      'SKIPPED: moto is not installed, nothing is compared with it\n',
    );
    return false;
  }

  /**
   * Starts one on a free port and waits until it answers.
   *
   * @throws Error when it is not installed or not ready within 60 s
   */
  static async start(): Promise<RealMoto> {
    const way = findWay();
    if (!way) {
      throw new Error('moto is not installed');
    }
    const port = await freePort();
    const moto = new RealMoto(way, port);
    try {
      await moto.#untilReady();
    } catch (error) {
      await moto.stop();
      throw error;
    }
    return moto;
  }

  /** `http://127.0.0.1:PORT`, the endpoint of every service. */
  readonly url: string;
  /** Moto takes any credentials; the account is 123456789012, as that of the simulators. */
  readonly credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
  readonly #process: ChildProcess;

  private constructor({ command, words }: Way, port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#process = spawn(
      command,
      [...words, '-H', '127.0.0.1', '-p', String(port)],
      { stdio: 'ignore' },
    );
    // A failed start shows as never ready.
    this.#process.on('error', () => {});
  }

  /** Forgets everything that was made in it. */
  async reset(): Promise<void> {
    const response = await fetch(`${this.url}/moto-api/reset`, {
      method: 'POST',
    });
    if (!response.ok) {
      throw new Error(`moto could not be reset: ${response.status}`);
    }
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (running.pid && running.exitCode === null && !running.signalCode) {
      const ended = new Promise(resolve => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    }
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline && this.#process.exitCode === null) {
      try {
        const response = await fetch(`${this.url}/moto-api/data.json`, {
          signal: AbortSignal.timeout(2_000),
        });
        if (response.ok) return;
      } catch {
        // Not listening yet.
      }
      await delay(50);
    }
    throw new Error('moto did not become ready within 60 s');
  }
}

function findWay(): Way | undefined {
  return WAYS.find(({ command, words }) => {
    try {
      execFileSync(command, [...words, '--help'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
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
