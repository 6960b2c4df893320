import { execFileSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './run';

const TEMPLATES = join(__dirname, '../../../../templates');
const VALUES = `name: refunds
title: Refunds
description: Returns money for returned goods
owner: group:default/team-checkout
system: system:default/checkout
runtime: node-express
environments: [dev, staging, prod]
`;

describe('render', () => {
  let folder: string;
  const out: string[] = [];
  const errors: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'render-'));
    out.length = 0;
    errors.length = 0;
    await write('values.yaml', VALUES);
    await mkdir(join(folder, 'repos'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, content: string | Uint8Array) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const render = (...more: string[]) =>
    run(
      [
        ...['--template', 'create-service', '--values', 'values.yaml'],
        ...['--repos', 'repos', '--out', 'out', ...more],
      ],
      {
        directory: folder,
        templates: TEMPLATES,
        out: line => out.push(line),
        error: line => errors.push(line),
      },
    );
  const files = async (path: string) =>
    (await readdir(join(folder, path), { recursive: true })).sort();

  it('writes three trees and a plan, and says only where', async () => {
    expect(await render()).toBe(0);
    expect(out).toEqual([join(folder, 'out/plan.json')]);
    expect(errors.every(line => line.startsWith('warning: '))).toBe(true);
    expect(await readdir(join(folder, 'out'))).toEqual([
      'apps-sre',
      'cluster-gitops',
      'infra-terraform',
      'plan.json',
    ]);
    const plan = JSON.parse(await read('out/plan.json'));
    expect(
      plan.pullRequests.map((one: any) => [one.repository, one.base]),
    ).toEqual([
      ['infra-terraform', 'main'],
      ['cluster-gitops', 'main'],
      ['apps-sre', 'main'],
    ]);
    for (const { repository, path } of plan.edits) {
      await expect(
        stat(join(folder, 'out', repository, path)),
      ).resolves.toBeDefined();
    }
    expect(plan.checks.every((one: any) => one.state === 'passed')).toBe(true);
  });

  it('is the same to the byte the second time', async () => {
    await render();
    const first = await files('out');
    const contents = await Promise.all(
      first.map(path => read(`out/${path}`).catch(() => '')),
    );
    await rm(join(folder, 'out'), { recursive: true });
    await render();
    expect(await files('out')).toEqual(first);
    expect(
      await Promise.all(first.map(path => read(`out/${path}`).catch(() => ''))),
    ).toEqual(contents);
  });

  it('copies what is there byte for byte, with modes and links, but not git', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await write('repos/apps-sre/logo.bin', bytes);
    await write('repos/apps-sre/crlf.txt', '\ufeffa\r\nb \r\n');
    await write('repos/apps-sre/run.sh', '#!/bin/sh\n');
    await chmod(join(folder, 'repos/apps-sre/run.sh'), 0o755);
    await symlink('run.sh', join(folder, 'repos/apps-sre/link'));
    await write('repos/apps-sre/.git/HEAD', 'ref: refs/heads/trunk\n');

    expect(await render()).toBe(0);

    const copy = await readFile(join(folder, 'out/apps-sre/logo.bin'));
    expect([...copy]).toEqual([...bytes]);
    expect(await read('out/apps-sre/crlf.txt')).toBe('\ufeffa\r\nb \r\n');
    const { mode } = await stat(join(folder, 'out/apps-sre/run.sh'));
    expect((mode % 0o1000).toString(8)).toBe('755');
    expect(await readdir(join(folder, 'out/apps-sre'))).not.toContain('.git');
    const plan = JSON.parse(await read('out/plan.json'));
    expect(plan.pullRequests.at(-1)).toMatchObject({
      repository: 'apps-sre',
      base: 'trunk',
    });
  });

  it.each<[string, string, string]>([
    [
      'a bad name',
      VALUES.replace('refunds', 'Re funds'),
      'name: must be a DNS-1123',
    ],
    [
      'another runtime',
      VALUES.replace('node-express', 'cobol'),
      'runtime: must be node-express',
    ],
    ['no mapping', '- refunds\n', 'values: '],
    ['broken YAML', 'name: [\n', '--values: '],
    ['nothing', '', 'values: '],
  ])(
    'refuses values with %s and names the field',
    async (_, values, reason) => {
      await write('values.yaml', values);
      expect(await render()).toBe(1);
      expect(out).toEqual([]);
      expect(errors.join('\n')).toContain(reason);
      await expect(stat(join(folder, 'out'))).rejects.toThrow();
    },
  );

  it.each<[string, string[], string]>([
    ['a missing file of values', ['--values', 'nothing.yaml'], '--values: '],
    ['a missing folder', ['--repos', 'nothing'], '--repos: there is no folder'],
    ['an unknown template', ['--template', 'x'], 'There is no golden path "x"'],
    [
      'a template out of the folder',
      ['--template', '../x'],
      'There is no golden path',
    ],
    ['an unknown option', ['--force'], '--force'],
    ['a target in what is read', ['--out', 'repos/out'], '--out: '],
    ['no target', ['--out', ''], '--out is missing'],
  ])('refuses %s', async (_, options, reason) => {
    expect(await render(...options)).toBe(1);
    expect(errors.join('\n')).toContain(reason);
  });

  it('writes over nothing', async () => {
    await write('out/mine.txt', 'mine');
    expect(await render()).toBe(1);
    expect(errors.join('\n')).toContain('is not empty');
    expect(await readdir(join(folder, 'out'))).toEqual(['mine.txt']);
  });

  it('refuses a name that is taken, and says where', async () => {
    await write('repos/infra-terraform/main.tf', 'module "refunds_ecr" {\n}\n');
    expect(await render()).toBe(1);
    expect(errors.join('\n')).toContain(
      'name: refunds is taken: infra-terraform has the module refunds_ecr in main.tf',
    );
  });

  it('brings the image into an overlay by the script of the shared action', async () => {
    await render();
    const overlay =
      'out/cluster-gitops/apps/refunds/overlays/dev/kustomization.yaml';
    const before = await read(overlay);
    const sha = '0123456789'.repeat(4);
    const setImage = (tag: string) =>
      execFileSync(
        process.execPath,
        [
          join(folder, 'out/apps-sre/.github/actions/bump-image/set-image.mjs'),
          ...[join(folder, overlay), 'shopstack-refunds', tag, 'refunds', '2'],
        ],
        { stdio: 'pipe' },
      );

    setImage(sha);
    expect(await read(overlay)).toBe(
      before
        .replace('newTag: "unreleased"', `newTag: "${sha}"`)
        .replace('count: 0', 'count: 2'),
    );
    await write(
      overlay,
      before
        .replace('newTag: "unreleased"', "newTag: '1e10'\n    digest: sha256:x")
        .replace('count: 0', 'count: 5'),
    );
    setImage(sha);
    expect(await read(overlay)).toBe(
      before
        .replace('newTag: "unreleased"', `newTag: "${sha}"`)
        .replace('count: 0', 'count: 5'),
    );
    for (const tag of ['latest', '0123456', `${sha}\n`]) {
      expect(() => setImage(tag)).toThrow('is not a full commit SHA');
    }
  });
});
