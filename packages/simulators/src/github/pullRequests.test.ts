import { Octokit } from '@octokit/rest';
import { startForge, type TestForge } from './testing/startForge';

const repo = { owner: 'shopstack', repo: 'apps-sre' };
const lines = (edit?: [number, string]) =>
  Array.from({ length: 9 }, (_, index) =>
    edit?.[0] === index ? edit[1] : `line ${index}`,
  ).join('\n');

describe('pull requests by Octokit', () => {
  let forge: TestForge;
  let octokit: Octokit;

  beforeAll(async () => {
    forge = await startForge();
    octokit = new Octokit(forge.octokitOptions);
    await forge.commit('main', { 'README.md': '# apps\n', text: lines() });
  });

  afterAll(() => forge.close());

  it('takes a change from blobs to a merged pull request', async () => {
    const { rest } = octokit;
    const main = await rest.git.getRef({ ...repo, ref: 'heads/main' });
    const base = main.data.object.sha;
    const commit = await rest.git.getCommit({ ...repo, commit_sha: base });
    const blob = await rest.git.createBlob({
      ...repo,
      content: Buffer.from([0, 1, 254, 255]).toString('base64'),
      encoding: 'base64',
    });
    const tree = await rest.git.createTree({
      ...repo,
      base_tree: commit.data.tree.sha,
      tree: [
        {
          path: 'services/refunds/logo.bin',
          mode: '100644',
          type: 'blob',
          sha: blob.data.sha,
        },
        {
          path: 'services/refunds/run.sh',
          mode: '100755',
          type: 'blob',
          content: '#!/bin/sh\n',
        },
      ],
    });
    const created = await rest.git.createCommit({
      ...repo,
      message: 'Add refunds',
      tree: tree.data.sha,
      parents: [base],
    });
    await rest.git.createRef({
      ...repo,
      ref: 'refs/heads/create/refunds',
      sha: created.data.sha,
    });
    const pull = await rest.pulls.create({
      ...repo,
      title: 'Add refunds',
      head: 'create/refunds',
      base: 'main',
      body: 'A new service',
    });
    expect(pull.data).toMatchObject({
      state: 'open',
      mergeable: true,
      mergeable_state: 'clean',
      changed_files: 2,
      html_url: `${forge.url}/shopstack/apps-sre/pull/${pull.data.number}`,
    });

    const found = await rest.pulls.list({
      ...repo,
      head: 'shopstack:create/refunds',
      state: 'open',
    });
    expect(found.data.map(({ number }) => number)).toEqual([pull.data.number]);
    const files = await rest.pulls.listFiles({
      ...repo,
      pull_number: pull.data.number,
    });
    expect(files.data).toMatchObject([
      { filename: 'services/refunds/logo.bin', status: 'added' },
      {
        filename: 'services/refunds/run.sh',
        additions: 1,
        patch: '@@ -0,0 +1 @@\n+#!/bin/sh',
      },
    ]);

    const merged = await rest.pulls.merge({
      ...repo,
      pull_number: pull.data.number,
    });
    const after = await forge.world.repositories.commit('apps-sre', 'main');
    expect(after).toMatchObject({
      sha: merged.data.sha,
      parents: [base, created.data.sha],
      message: `Merge pull request #${pull.data.number} from shopstack/create/refunds\n\nAdd refunds`,
    });
    expect(forge.pushes.at(-1)).toEqual({
      repository: 'apps-sre',
      branch: 'main',
      before: base,
      after: merged.data.sha,
    });
    expect(forge.pulls.map(({ action }) => action)).toEqual([
      'opened',
      'merged',
    ]);
    const { data } = await rest.pulls.get({
      ...repo,
      pull_number: pull.data.number,
    });
    expect(data).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged.data.sha,
      changed_files: 2,
    });
    await expect(
      rest.pulls.merge({ ...repo, pull_number: pull.data.number }),
    ).rejects.toMatchObject({ status: 405 });
    const raw = await forge.request(
      '/api/v3/repos/shopstack/apps-sre/contents/services/refunds/logo.bin',
      { headers: { accept: 'application/vnd.github.v3.raw' } },
    );
    expect([...new Uint8Array(await raw.arrayBuffer())]).toEqual([
      0, 1, 254, 255,
    ]);
  });

  it('refuses what GitHub refuses to open', async () => {
    const { rest } = octokit;
    await forge.commit('twice', { twice: '1' }, { from: 'main' });
    const open = (head: string) =>
      rest.pulls.create({ ...repo, title: 'T', head, base: 'main' });
    await open('twice');
    await expect(open('twice')).rejects.toThrow(
      'A pull request already exists',
    );
    await expect(open('nowhere')).rejects.toMatchObject({ status: 422 });
    await expect(open('main')).rejects.toThrow('No commits between');
  });

  it('answers 405 for a conflict and 409 for a head that moved', async () => {
    const { rest } = octokit;
    await forge.commit('edit-a', { text: lines([3, 'a']) }, { from: 'main' });
    await forge.commit('edit-b', { text: lines([3, 'b']) }, { from: 'main' });
    const numbers: number[] = [];
    for (const head of ['edit-a', 'edit-b']) {
      const pull = { title: head, head, base: 'main' };
      numbers.push((await rest.pulls.create({ ...repo, ...pull })).data.number);
    }
    await expect(
      rest.pulls.merge({
        ...repo,
        pull_number: numbers[0],
        sha: '0'.repeat(40),
      }),
    ).rejects.toMatchObject({ status: 409 });
    await rest.pulls.merge({
      ...repo,
      pull_number: numbers[0],
      merge_method: 'squash',
    });
    const squashed = await forge.world.repositories.commit('apps-sre', 'main');
    expect(squashed.parents).toHaveLength(1);
    expect(squashed.message).toBe(`edit-a (#${numbers[0]})`);
    const pull = { ...repo, pull_number: numbers[1] };
    await expect(rest.pulls.get(pull)).resolves.toMatchObject({
      data: { mergeable: false, mergeable_state: 'dirty' },
    });
    await expect(rest.pulls.merge(pull)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('not mergeable'),
    });
    const page = await forge.request(`/shopstack/apps-sre/pull/${numbers[1]}`);
    expect(await page.text()).toMatch(/Both sides changed[^]*text[^]*disabled/);
  });

  it('follows its branch and closes with it', async () => {
    const { rest } = octokit;
    await forge.commit('moving', { m: '1' }, { from: 'main' });
    const { data } = await rest.pulls.create({
      ...{ ...repo, title: 'Moving', head: 'moving', base: 'main' },
    });
    const second = await forge.commit('moving', { m: '2' });
    await forge.world.events.idle();
    const pull = { ...repo, pull_number: data.number };
    await expect(rest.pulls.get(pull)).resolves.toMatchObject({
      data: { head: { sha: second }, commits: 2 },
    });
    await rest.git.deleteRef({ ...repo, ref: 'heads/moving' });
    await forge.world.events.idle();
    await expect(rest.pulls.get(pull)).resolves.toMatchObject({
      data: { state: 'closed', merged: false },
    });
    expect(
      forge.pulls
        .filter(({ number }) => number === data.number)
        .map(({ action }) => action),
    ).toEqual(['opened', 'synchronize', 'closed']);
  });

  it('merges by the button of its page, once', async () => {
    await forge.commit('by-page', { p: '1' }, { from: 'main' });
    const number = await forge.forge.openPull({
      ...{ repository: 'apps-sre', title: '<b>Page', body: 'text' },
      ...{ head: 'by-page', base: 'main', author: 'shopstack-bot' },
    });
    const path = `/shopstack/apps-sre/pull/${number}`;
    const open = await (await fetch(forge.url + path)).text();
    expect(open).toContain('&lt;b&gt;Page');
    expect(open).toContain('Merge pull request');
    const foreign = await forge.request(`${path}/merge`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    for (let press = 0; press < 2; press++) {
      const answer = await fetch(`${forge.url}${path}/merge`, {
        method: 'POST',
        redirect: 'manual',
      });
      expect(answer.status).toBe(303);
    }
    const merged = await (await fetch(forge.url + path)).text();
    expect(merged).toMatch(/Merged[^]*by shopstack-maintainer/);
    expect(merged).not.toContain('Merge pull request');
    await expect(
      forge.world.repositories.readFile('apps-sre', 'main', 'p'),
    ).resolves.toBe('1');
  });

  it('pages past the first page', async () => {
    const { rest, paginate } = octokit;
    const main = await forge.world.repositories.resolve('apps-sre', 'main');
    for (let index = 0; index < 5; index++) {
      await forge.commit(
        `page-${index}`,
        { [`f${index}`]: '' },
        { from: main },
      );
      await rest.pulls.create({
        ...{ ...repo, title: `P${index}`, head: `page-${index}`, base: 'main' },
      });
    }
    const all = await paginate(rest.pulls.list, {
      ...{ ...repo, state: 'all', per_page: 2, sort: 'created' as const },
    });
    const count = forge.pulls.filter(
      ({ action }) => action === 'opened',
    ).length;
    expect(new Set(all.map(({ number }) => number)).size).toBe(count);
    expect(all.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
  });
});
