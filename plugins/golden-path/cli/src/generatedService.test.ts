import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

/** These install from the registry of npm and need Terraform: part of the checks against real servers. */
const describeReal =
  process.env.SHOPSTACK_REQUIRE_REAL === '1' ? describe : describe.skip;

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

  it('has Terraform that is formatted', () => {
    const unformatted = inFolder(
      'out/infra-terraform',
      'terraform',
      ...['fmt', '-check', '-recursive', '-list=true'],
    );
    expect(unformatted).toBe('');
  });
});
