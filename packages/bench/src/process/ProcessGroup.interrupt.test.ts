import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessGroup } from './ProcessGroup';

// In a file of its own, as nothing starts after it.
describe('an interruption', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bench-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('ends what runs and lets nothing start any more', async () => {
    const start = () =>
      new ProcessGroup(
        process.execPath,
        ['--eval', 'setInterval(() => {}, 1000)'],
        {
          cwd: directory,
          environment: process.env,
          log: join(directory, 'one.log'),
        },
      );
    const running = start();
    await ProcessGroup.interrupt();
    await expect(running.ended).resolves.toBe('SIGTERM');
    expect(start).toThrow('interrupted');
  });
});
