import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessOptions {
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** File that gets everything the processes print. */
  log: string;
  onLine?: (line: string) => void;
}

const tailLines = 25;
/** The portal itself ends its processes within eight seconds. */
const gracefulMilliseconds = 15_000;

/** A process and all that it starts, ended together. */
export class ProcessGroup {
  static readonly #running = new Set<ProcessGroup>();

  static #interrupted = false;

  /** Ends whatever still runs, and lets nothing start any more. */
  static async interrupt(): Promise<void> {
    ProcessGroup.#interrupted = true;
    await ProcessGroup.stopAll();
  }

  /** Ends whatever still runs. */
  static async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map(group => group.stop()));
  }

  /** Resolves with an exit code or the name of a signal when the first process has ended. */
  readonly ended: Promise<number | string>;
  readonly #child: ChildProcess;
  readonly #tail: string[] = [];

  constructor(command: string, parameters: string[], options: ProcessOptions) {
    if (ProcessGroup.#interrupted) throw new Error('interrupted');
    mkdirSync(dirname(options.log), { recursive: true });
    const log = createWriteStream(options.log);
    // Standard input stays open: its end tells a child that its starter is gone.
    this.#child = spawn(command, parameters, {
      cwd: options.cwd,
      env: options.environment,
      stdio: 'pipe',
      detached: true,
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      createInterface({ input: stream }).on('line', line => {
        log.write(`${line}\n`);
        this.#tail.push(line);
        if (this.#tail.length > tailLines) this.#tail.shift();
        options.onLine?.(line);
      });
    }
    this.#child.stdin!.on('error', () => {});
    ProcessGroup.#running.add(this);
    this.ended = new Promise(resolve => {
      this.#child.once('error', error => {
        this.#tail.push(error.message);
        resolve(error.message);
      });
      this.#child.once('close', (code, signal) => {
        log.end();
        resolve(code ?? signal ?? 'an unknown end');
      });
    });
  }

  /** @throws Error when the process could not be started. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(this.tail);
    return this.#child.pid;
  }

  /** The last lines that were printed. */
  get tail(): string {
    return this.#tail.join('\n');
  }

  /** Ends the group, by force after 15 s; resolves when no process of it is left. */
  async stop(): Promise<void> {
    if (this.#child.pid !== undefined) {
      this.#signal('SIGTERM');
      if (!(await this.#untilGone(gracefulMilliseconds))) {
        this.#signal('SIGKILL');
        await this.#untilGone(5000);
      }
    }
    ProcessGroup.#running.delete(this);
  }

  /** False when there is nobody to signal. */
  #signal(name: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-this.pid, name);
    } catch {
      return false;
    }
  }

  async #untilGone(milliseconds: number): Promise<boolean> {
    const end = Date.now() + milliseconds;
    while (this.#signal(0) && Date.now() < end) await sleep(50);
    return !this.#signal(0);
  }
}
