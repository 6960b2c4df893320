import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root, transform } from './paths.mjs';
import { runsCommand } from './processTable.mjs';
import { Problem, say } from './say.mjs';

const preload = join(root, 'scripts/lib/exit-with-parent.cjs');
const deadlineMilliseconds = 6000;

const isOurs = pid => runsCommand(pid, root);
const isStarter = pid => pid !== process.pid && runsCommand(pid, 'start');

async function until(condition, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!condition() && Date.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return condition();
}

/** Starts processes, and ends every one of them by its id within seconds. */
export class Supervisor {
  #node;
  #environment;
  #directory;
  #children = new Map();
  #stopping = false;
  /** Called with a name when a process ends that nobody asked to end. */
  onUnexpectedEnd = name => say(`${name} ended`);

  constructor({ node, environment, directory }) {
    this.#node = node;
    this.#environment = environment;
    this.#directory = directory;
    mkdirSync(join(directory, 'logs'), { recursive: true });
  }

  get #record() {
    return join(this.#directory, 'processes.json');
  }

  /** Ends what an earlier start left behind; refuses when that start is still alive. */
  async takeOver() {
    if (!existsSync(this.#record)) return;
    let record;
    try {
      record = JSON.parse(readFileSync(this.#record, 'utf8'));
    } catch {
      record = { pids: [] };
    }
    if (
      record.starter &&
      isStarter(record.starter) &&
      record.pids.some(isOurs)
    ) {
      throw new Problem(
        `A portal of this checkout is running already (process ${record.starter}): stop it first, or use it.`,
      );
    }
    await until(() => !record.pids.some(isOurs), deadlineMilliseconds);
    for (const pid of record.pids.filter(isOurs)) process.kill(pid, 'SIGKILL');
    await until(() => !record.pids.some(isOurs), 2000);
    rmSync(this.#record, { force: true });
  }

  /** Starts a TypeScript file. Output goes to a log file; answers the child. */
  start(
    name,
    { file, parameters = [], cwd = root, environment = {}, nodeOptions = [] },
  ) {
    const child = spawn(
      this.#node,
      [
        ...nodeOptions,
        '--require',
        transform,
        '--require',
        preload,
        file,
        ...parameters,
      ],
      {
        cwd,
        env: { ...this.#environment, ...environment },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const log = createWriteStream(this.logFile(name), { flags: 'a' });
    log.write(
      `\n--- started ${new Date().toISOString()}, process ${child.pid}\n`,
    );
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', error => log.write(`${error.stack}\n`));
    child.on('exit', () => {
      this.#children.delete(name);
      if (!this.#stopping) this.onUnexpectedEnd(name);
    });
    this.#children.set(name, child);
    writeFileSync(
      this.#record,
      JSON.stringify({
        starter: process.pid,
        pids: [...this.#children.values()].map(each => each.pid),
      }),
    );
    return child;
  }

  logFile(name) {
    return join(this.#directory, 'logs', `${name}.log`);
  }

  /** The last lines of a process's log. */
  logTail(name, lines = 25) {
    return existsSync(this.logFile(name))
      ? readFileSync(this.logFile(name), 'utf8')
          .trimEnd()
          .split('\n')
          .slice(-lines)
          .join('\n')
      : '';
  }

  async stop() {
    this.#stopping = true;
    const children = [...this.#children.values()];
    const gone = () =>
      children.every(
        child => child.exitCode !== null || child.signalCode !== null,
      );
    for (const child of children) child.kill('SIGTERM');
    if (!(await until(gone, deadlineMilliseconds))) {
      for (const child of children) child.kill('SIGKILL');
      await until(gone, 2000);
    }
    rmSync(this.#record, { force: true });
  }
}
