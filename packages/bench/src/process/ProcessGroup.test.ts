import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessGroup } from './ProcessGroup';
import { runToEnd } from './runToEnd';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('ProcessGroup', () => {
  let directory: string;
  const options = () => ({
    cwd: directory,
    environment: process.env,
    log: join(directory, 'logs/one.log'),
  });
  const node = (script: string) => ['--eval', script];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bench-'));
  });
  afterEach(async () => {
    await ProcessGroup.stopAll();
    await rm(directory, { recursive: true });
  });

  it('ends what the process started too', async () => {
    const grandchild = `require('node:child_process').spawn(process.execPath, ['--eval', 'console.log(process.pid); setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    let group: ProcessGroup | undefined;
    const pid = await new Promise<number>(resolve => {
      group = new ProcessGroup(process.execPath, node(grandchild), {
        ...options(),
        onLine: line => resolve(Number(line)),
      });
    });
    expect(isAlive(pid)).toBe(true);
    await group!.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('answers the time of a command and keeps what it printed', async () => {
    const seconds = await runToEnd(
      process.execPath,
      node('console.log("installed")'),
      options(),
    );
    expect(seconds).toBeGreaterThan(0);
    expect(await readFile(options().log, 'utf8')).toBe('installed\n');
  });

  it('fails with the last lines of a command that fails', async () => {
    await expect(
      runToEnd(
        process.execPath,
        node('console.error("no such version"); process.exitCode = 3'),
        options(),
      ),
    ).rejects.toThrow(/ended with 3\.\nno such version/);
  });

  it('fails for a command that does not exist', async () => {
    await expect(
      runToEnd(join(directory, 'absent'), [], options()),
    ).rejects.toThrow(/ENOENT/);
  });
});
