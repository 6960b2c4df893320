import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformFormat } from './__testUtils__/terraformFormat';
import { run } from './run';

/** Terraform comes from no package source of the checks, so where it is missing its rules are applied by hand. */
function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('rendered Terraform', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'terraform-'));
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

  it('is formatted', async () => {
    const root = join(folder, 'out/infra-terraform');
    const files = (await readdir(root, { recursive: true })).filter(path =>
      path.endsWith('.tf'),
    );
    expect(files).toContain('envs/dev/service-refunds.tf');
    for (const path of files) {
      const text = await readFile(join(root, path), 'utf8');
      expect([path, text]).toEqual([path, terraformFormat(text)]);
    }
    const unformatted = hasTerraform()
      ? execFileSync(
          'terraform',
          ['fmt', '-check', '-recursive', '-list=true'],
          { cwd: root, encoding: 'utf8' },
        )
      : '';
    expect(unformatted).toBe('');
  });

  it('would be found unformatted', () => {
    const formatted = `module "a" {
  source = "../a"

  name      = "x" # a } in a comment
  long_name = ["y", "{"]
  policy = jsonencode({
    rules = [
      "z",
    ]
  })
  b = 1
}
`;
    expect(terraformFormat(formatted)).toBe(formatted);
    for (const unformatted of [
      formatted.replace('  name      =', 'name='),
      formatted.replaceAll('\n', '  \n'),
      formatted.replaceAll('\n  ', '\n\t'),
      `${formatted}\n`,
    ]) {
      expect(unformatted).not.toBe(formatted);
      expect(terraformFormat(unformatted)).toBe(formatted);
    }
  });
});
