import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';

/** True when a command is there and tells its version. */
export function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Says on standard error what is skipped because a real part is missing.
 *
 * @throws Error where real parts are required.
 */
export function sayMissing(part: string, skipped: string): void {
  if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
    throw new Error(`${part} is required and not installed`);
  }
  process.stderr.write(`SKIPPED: ${part} is not installed: ${skipped}\n`);
}

/** A server of somebody else's that a test starts and stops. */
export class RealProcess {
  readonly #child: ChildProcess;
  #log = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#log = (this.#log + chunk).slice(-20_000);
    });
  }

  /**
   * Resolves when it is ready, which its log may tell.
   *
   * @throws Error with the end of its log when it ends, or takes longer than 30 s.
   */
  static async start(
    command: string,
    flags: string[],
    isReady: (log: string) => boolean | Promise<boolean>,
  ): Promise<RealProcess> {
    const started = new RealProcess(
      spawn(command, flags, { stdio: ['ignore', 'ignore', 'pipe'] }),
    );
    const deadline = Date.now() + 30_000;
    while (!(await isReady(started.#log))) {
      if (started.#child.exitCode !== null || Date.now() > deadline) {
        await started.stop();
        throw new Error(`${command} did not become ready:\n${started.#log}`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return started;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
  }
}

/** A port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
