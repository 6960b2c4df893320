import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Build } from './aws/types';
import type { PullDocument } from './github';
import { startSimulators, type RunningSimulators } from './startSimulators';
import { settle } from './world/settle';
import type { RegistryImage, WorkflowRun } from './world/types';

jest.setTimeout(60_000);

const EXAMPLES = resolve(__dirname, '../../../examples');

describe('startSimulators', () => {
  let folder: string;
  let running: RunningSimulators | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulators-'));
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const state = () => join(folder, 'state');
  const start = async (options: object = {}) => {
    running = await startSimulators({ stateDirectory: state(), ...options });
    return running;
  };
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );

  it('begins with a history in which code, images and environments agree', async () => {
    const { world, addresses } = await start({ examples: EXAMPLES });
    const { repositories, store } = world;
    const images = store.list<RegistryImage>('image');
    const tags = new Set(images.flatMap(image => image.tags));
    const tree = await repositories.readTree('cluster-gitops', 'main');
    const overlays = [...tree].filter(([path]) =>
      /overlays\/.*kustomization/.test(path),
    );
    expect(overlays.length).toBeGreaterThan(30);
    for (const [, text] of overlays) {
      const {
        images: [image],
        replicas,
      } = parse(text);
      const released = image.newTag !== 'unreleased';
      expect(released).toBe(replicas[0].count > 0);
      expect(!released || tags.has(image.newTag)).toBe(true);
    }
    expect([...tree.values()].join()).not.toContain('__FORGE_URL__');
    expect(tree.get('apps/business/order-dev.yaml')).toContain(
      `repoURL: ${addresses.github}/shopstack/cluster-gitops`,
    );
    const built = images.filter(image => !image.artifactType);
    for (const {
      revision,
      tags: [tag],
      archivedAt,
    } of built) {
      expect(await repositories.resolve('apps-sre', revision!)).toBe(revision);
      const runs = overlays.some(([, text]) => text.includes(tag));
      expect(runs && archivedAt).toBeFalsy();
    }
    expect(new Set(built.map(image => image.scan.status))).toEqual(
      new Set([
        'COMPLETE',
        'FAILED',
        'FINDINGS_UNAVAILABLE',
        'IMAGE_ARCHIVED',
        'IN_PROGRESS',
        'LIMIT_EXCEEDED',
        'PENDING',
        'SCAN_ELIGIBILITY_EXPIRED',
        'UNSUPPORTED_IMAGE',
      ]),
    );
    expect(built.some(image => image.scan.findings.length > 100)).toBe(true);
    const signed = built.filter(image => image.signings);
    expect(signed.length).toBeGreaterThan(3);
    for (const { digest } of signed) {
      const referrers = images.filter(image => image.subject === digest);
      expect(referrers).toHaveLength(2);
    }
    const builds = store.list<Build>('build');
    expect(builds.filter(build => build.status === 'FAILED')).toHaveLength(2);
    expect(builds.every(build => build.status !== 'IN_PROGRESS')).toBe(true);
    const runs = store.list<WorkflowRun>('workflow-run');
    expect(runs).toHaveLength(builds.length);
    expect(runs.filter(run => run.conclusion === 'failure')).toHaveLength(2);
    expect(store.list<PullDocument>('pull').every(pull => pull.mergedAt)).toBe(
      true,
    );

    const log = await repositories.log('apps-sre', { ref: 'main' });
    const age = Date.now() - Date.parse(log[log.length - 1].author.date);
    expect(Math.round(age / 86_400_000)).toBe(30);
    await settle(world, () => true);
    expect(store.list('run-plan')).toEqual([]);
  });

  it('keeps its addresses and its world across a restart, and goes on with what it was doing', async () => {
    const first = await start({ pace: 1_000 });
    const { addresses, controlUrl } = first;
    await first.world.repositories.write('apps-sre', {
      branch: 'main',
      message: 'feat: a workflow',
      author: { name: 'a', email: 'a@b.c' },
      changes: new Map([
        ['.github/workflows/a.yml', 'on: push\njobs: {a: {steps: [{run: x}]}}'],
      ]),
    });
    await first.stop();

    const second = await start();
    expect(second.addresses).toEqual(addresses);
    expect(second.controlUrl).toBe(controlUrl);
    const answer = await (await fetch(controlUrl)).json();
    expect(answer).toEqual({
      ...second.answer(),
      clock: { now: expect.any(String), pace: 1_000 },
    });
    expect(Object.keys(answer.simulators)).toEqual(
      expect.arrayContaining([
        'github',
        'aws',
        'argocd',
        'argocd-standby',
        'prometheus',
        'alertmanager',
        'kubernetes',
      ]),
    );
    const runs = () => second.world.store.list<WorkflowRun>('workflow-run');
    await settle(second.world, () => runs()[0]?.status === 'completed');
    expect(runs()).toHaveLength(1);
  });

  it('starts the forge and what a test asks for, and no more', async () => {
    const { addresses } = await start({ only: ['aws'] });
    const statusOf = async (name: string) =>
      (await fetch(`${addresses[name]}/`)).status;
    expect(await statusOf('github')).toBe(200);
    expect(await statusOf('aws')).toBe(404);
    expect(await statusOf('prometheus')).toBe(503);
  });

  it('begins anew when the seed was cut short', async () => {
    const cut = await start({ examples: EXAMPLES, only: [] });
    cut.world.store.delete('seed', 'complete');
    cut.world.store.put('build', 'half', { status: 'IN_PROGRESS' });
    await cut.stop();
    const { world } = await start({ examples: EXAMPLES, only: [] });
    expect(world.store.get('build', 'half')).toBeUndefined();
    expect(world.store.list('build').length).toBeGreaterThan(50);
    expect(
      (await world.repositories.log('apps-sre', { ref: 'main' })).length,
    ).toBe(world.store.list('build').length + 1);
  });

  it('takes a plain folder as the GitOps repository, with a branch for each revision followed', async () => {
    const application = (revision: string) =>
      `kind: Application\nspec:\n  source:\n    repoURL: https://github.com/other/cluster-gitops\n    targetRevision: ${revision}   # kept\n`;
    write('gitops/apps/root/one.yaml', application('dev'));
    write('gitops/apps/root/two.yaml', application('main'));
    write('gitops/apps/root/three.yaml', application('1.2.3'));
    const gitops = join(folder, 'gitops');
    const { world } = await start({ examples: EXAMPLES, gitops, only: [] });
    const branches = await world.repositories.branches('cluster-gitops');
    expect(branches.map(({ name }) => name)).toEqual(['dev', 'main']);
    expect(
      await world.repositories.readFile(
        'cluster-gitops',
        'dev',
        'apps/root/one.yaml',
      ),
    ).toBe(application('dev'));
    await running!.stop();
    running = undefined;
    await expect(
      startSimulators({
        stateDirectory: state(),
        examples: EXAMPLES,
        gitops: folder,
      }),
    ).rejects.toThrow(/--fresh/);
  });

  it('takes a clone as the GitOps repository, with its branches', async () => {
    write('origin/README.md', 'one');
    git('-C', 'origin', 'init', '-q', '-b', 'trunk');
    git('-C', 'origin', 'add', '.');
    git('-C', 'origin', 'commit', '-q', '-m', 'one');
    git('-C', 'origin', 'branch', 'dev');
    git('clone', '-q', 'origin', 'clone');
    const gitops = join(folder, 'clone');
    const { world } = await start({ examples: EXAMPLES, gitops, only: [] });
    const branches = await world.repositories.branches('cluster-gitops');
    expect(branches.map(({ name }) => name)).toEqual(['dev', 'main', 'trunk']);
    expect(
      (await world.repositories.commit('cluster-gitops', 'main')).message,
    ).toBe('one');
  });
});
