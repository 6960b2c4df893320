import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

/** It installs from the registry of npm, which not everybody has at hand: part of the checks against real parts. */
const required = process.env.SHOPSTACK_REQUIRE_REAL === '1';
if (!required) {
  process.stderr.write(
    'SKIPPED: a rendered service is installed and tested only with SHOPSTACK_REQUIRE_REAL=1\n',
  );
}
const describeReal = required ? describe : describe.skip;

jest.setTimeout(300_000);

describeReal('a rendered service', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'service-'));
    await mkdir(join(folder, 'repos'));
    await writeFile(
      join(folder, 'values.yaml'),
      'name: refunds\ndescription: d\nowner: o\nsystem: s\nruntime: node-express\nenvironments: [dev]\n',
    );
    await run(
      [
        ...['--template', 'create-service', '--values', 'values.yaml'],
        ...['--repos', 'repos', '--out', 'out'],
      ],
      {
        directory: folder,
        templates: join(__dirname, '../../../../templates'),
        out: () => {},
        error: () => {},
      },
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const inFolder = (below: string, command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: join(folder, below),
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', CI: '1' },
    });

  it('installs from its lockfile, passes its lint and its tests', () => {
    const service = 'out/apps-sre/services/refunds';
    inFolder(service, 'npm', 'ci', '--no-audit', '--no-fund');
    inFolder(service, 'npm', 'run', 'lint');
    const tests = inFolder(service, 'npm', 'test');
    expect(tests).toMatch(/fail 0/);
    expect(tests).toMatch(/pass [1-9]/);
  });
});
