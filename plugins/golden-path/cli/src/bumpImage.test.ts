import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

/** Writes down what the workflow would ask of the forge; there is no open pull request yet. */
const GH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$CALLS"
if [ "$1 $2" = 'pr create' ]; then echo https://forge.example/pull/1; fi
`;
const IDENTITY = {
  GIT_AUTHOR_NAME: "O'Brien $(id) <x>",
  GIT_AUTHOR_EMAIL: 'dev@shopstack.example',
  GIT_COMMITTER_NAME: 'Forge',
  GIT_COMMITTER_EMAIL: 'forge@shopstack.example',
  GIT_CONFIG_NOSYSTEM: '1',
};

describe('the shared action bump-image', () => {
  let folder: string;
  let tag: string;

  const git = (below: string, ...args: string[]) =>
    execFileSync('git', args, {
      cwd: join(folder, below),
      encoding: 'utf8',
      env: { ...process.env, ...IDENTITY, HOME: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const calls = () => readFile(join(folder, 'calls'), 'utf8').catch(() => '');
  const overlay = 'apps/refunds/overlays/dev/kustomization.yaml';

  /** Renders the service, and makes of the result what a runner has checked out. */
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bump-'));
    await mkdir(join(folder, 'repos'));
    await mkdir(join(folder, 'bin'));
    await writeFile(join(folder, 'bin/gh'), GH);
    await chmod(join(folder, 'bin/gh'), 0o755);
    await writeFile(
      join(folder, 'values.yaml'),
      'name: refunds\ndescription: d\nowner: o\nsystem: s\nruntime: node-express\nenvironments: [dev, prod]\n',
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
    for (const name of ['cluster-gitops', 'apps-sre']) {
      git(`out/${name}`, 'init', '--quiet', '--initial-branch=main');
      git(`out/${name}`, 'add', '.');
      git(`out/${name}`, 'commit', '--quiet', '--message', 'feat: "it" $(id)');
    }
    git('.', 'clone', '--quiet', '--bare', 'out/cluster-gitops', 'gitops.git');
    git(
      '.',
      'clone',
      '--quiet',
      join(folder, 'gitops.git'),
      'out/apps-sre/.gitops',
    );
    tag = git('out/apps-sre', 'rev-parse', 'HEAD');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const bump = (environment: string, more: Record<string, string> = {}) =>
    spawnSync(
      'bash',
      ['out/apps-sre/.github/actions/bump-image/open-pull-request.sh'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
          HOME: folder,
          CALLS: join(folder, 'calls'),
          SOURCE: join(folder, 'out/apps-sre'),
          SOURCE_URL: 'https://forge.example/shopstack/apps-sre',
          ACTION_PATH: join(folder, 'out/apps-sre/.github/actions/bump-image'),
          SERVICE: 'refunds',
          TARGET_ENVIRONMENT: environment,
          TAG: tag,
          REPLICAS: '1',
          BASE: 'main',
          FOLDER: 'apps',
          IMAGE: '',
          ...more,
        },
      },
    );

  it('proposes the tag of the commit, with trailers, and merges it by itself in dev', async () => {
    const { status, stderr } = bump('dev');
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);

    const branch = `chore/refunds-image-${tag.slice(0, 7)}`;
    const pushed = (format: string) =>
      git('gitops.git', 'log', '-1', `--format=${format}`, branch);
    expect(pushed('%s')).toBe(
      `chore: bump refunds image to ${tag.slice(0, 7)} in dev`,
    );
    expect(pushed('%(trailers:unfold,only)').split('\n')).toEqual([
      'Argocd-reference-commit-repourl: https://forge.example/shopstack/apps-sre',
      `Argocd-reference-commit-sha: ${tag}`,
      expect.stringMatching(
        /^Argocd-reference-commit-author: O'Brien \$\(id\) .*<dev@shopstack.example>$/,
      ),
      'Argocd-reference-commit-subject: feat: "it" $(id)',
      expect.stringMatching(/^Argocd-reference-commit-date: \d{4}-\d\d-\d\dT/),
    ]);
    expect(
      git('gitops.git', 'diff', '--stat=200', 'main', branch).split('\n')[0],
    ).toContain(`${overlay} | 4 `);
    const text = git('gitops.git', 'show', `${branch}:${overlay}`);
    expect(text).toContain(`newTag: "${tag}"`);
    expect(text).toContain('count: 1');
    expect(await calls()).toBe(
      [
        `pr list --head ${branch} --state open --json url --jq .[0].url // empty`,
        `pr create --base main --head ${branch} --title chore: bump refunds image to ${tag.slice(0, 7)} in dev --body Deploys https://forge.example/shopstack/apps-sre/commit/${tag} to dev.`,
        'pr merge --auto --squash https://forge.example/pull/1',
        '',
      ].join('\n'),
    );
  });

  it('waits for a person in prod', async () => {
    expect(bump('prod').status).toBe(0);
    expect(await calls()).toContain('pr create');
    expect(await calls()).not.toContain('pr merge');
  });

  it('does nothing when the tag is there already', async () => {
    bump('dev');
    await writeFile(join(folder, 'calls'), '');
    git('out/apps-sre/.gitops', 'branch', '--force', 'main', 'HEAD');
    const { status, stdout } = bump('dev');
    expect(status).toBe(0);
    expect(stdout).toContain('has the tag');
    expect(await calls()).toBe('');
  });

  it('says what to merge first when the overlay is not there', async () => {
    const { status, stdout } = bump('staging');
    expect(status).toBe(1);
    expect(stdout).toContain(
      '::error::apps/refunds/overlays/staging/kustomization.yaml is not on main: merge the pull request of refunds',
    );
    expect(await calls()).toBe('');
  });

  it('refuses a tag that is no commit', () => {
    const { status, stderr } = bump('dev', { TAG: 'latest' });
    expect(status).toBe(1);
    expect(stderr).toContain('is not a full commit SHA');
  });
});
