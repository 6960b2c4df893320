import { execFileSync } from 'node:child_process';
import { Octokit } from '@octokit/rest';
import { FORGE_ADMIN_TOKEN } from './authentication';
import { startForge, type TestForge } from './testing/startForge';

const repo = { owner: 'shopstack', repo: 'apps-sre' };
const api = '/api/v3/repos/shopstack/apps-sre';

describe('the REST API', () => {
  let forge: TestForge;
  let octokit: Octokit;
  let main: string;

  beforeAll(async () => {
    forge = await startForge();
    octokit = new Octokit(forge.octokitOptions);
    await forge.commit('main', {
      'README.md': '# apps\n',
      'services/cart/catalog-info.yaml': 'kind: Component\n',
      'services/user/catalog-info.yaml': 'kind: Component\n',
    });
    main = await forge.commit(
      'main',
      { 'services/cart/index.js': 'run()\n' },
      { message: 'Run the cart' },
    );
  });

  afterAll(() => forge.close());

  it.each([
    ['no token', undefined],
    ['a wrong token', 'token wrong'],
    ['a wrong password', `Basic ${btoa('x:wrong')}`],
  ])('refuses %s', async (_, authorization) => {
    const answer = await fetch(forge.url + api, {
      headers: authorization ? { authorization } : {},
    });
    expect(answer.status).toBe(401);
    await expect(answer.json()).resolves.toMatchObject({
      message: 'Bad credentials',
      documentation_url: expect.any(String),
    });
  });

  it.each(['/nothing', `${api}/nothing`, '/api/v3/repos/other/apps-sre'])(
    'answers 404 for %s',
    async path => {
      const answer = await forge.request(path);
      expect(answer.status).toBe(404);
    },
  );

  it('answers malformed requests with 4xx', async () => {
    const post = (path: string, body: string) =>
      forge.request(api + path, { method: 'POST', body });
    expect((await post('/git/blobs', '{')).status).toBe(400);
    expect((await post('/git/blobs', '{"content": 1}')).status).toBe(422);
    const tree = { base_tree: '--help', tree: [] };
    expect((await post('/git/trees', JSON.stringify(tree))).status).toBe(422);
    const outside = { tree: [{ path: '../x', mode: '100644', content: '' }] };
    expect((await post('/git/trees', JSON.stringify(outside))).status).toBe(
      422,
    );
    expect((await forge.request(`${api}/contents/%zz`)).status).toBe(400);
    expect((await forge.request(`${api}/commits/--all`)).status).toBe(422);
  });

  it('gives contents as JSON, raw, as a folder, and 304', async () => {
    const path = 'services/cart/index.js';
    const json = await octokit.rest.repos.getContent({ ...repo, path });
    const file = json.data as { content: string; sha: string };
    expect(atob(file.content)).toBe('run()\n');
    const raw = await forge.request(`${api}/contents/${path}?ref=main`, {
      headers: { accept: 'application/vnd.github.v3.raw' },
    });
    await expect(raw.text()).resolves.toBe('run()\n');
    const again = await forge.request(`${api}/contents/${path}?ref=main`, {
      headers: {
        accept: 'application/vnd.github.v3.raw',
        'if-none-match': raw.headers.get('etag')!,
      },
    });
    expect(again.status).toBe(304);
    const folder = await octokit.rest.repos.getContent({
      ...{ ...repo, path: 'services/cart' },
    });
    expect(folder.data).toMatchObject([
      { type: 'file', path: 'services/cart/catalog-info.yaml' },
      { type: 'file', path },
    ]);
    await expect(
      octokit.rest.repos.getContent({ ...repo, path: 'nothing' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('lets a reader follow the status of a branch to its tree and archive', async () => {
    for (const branch of ['main', 'heads%2Fmain']) {
      const status = await forge.request(
        `${api}/commits/${branch}/status?per_page=0`,
      );
      const { sha, repository } = (await status.json()) as any;
      expect(sha).toBe(main);
      const tree = await fetch(
        repository.trees_url.replace('{/sha}', `/${sha}?recursive=true`),
        { headers: { authorization: 'Bearer shopstack-forge-token' } },
      );
      const { tree: entries } = (await tree.json()) as any;
      expect(entries.map(({ path }: any) => path)).toContain(
        'services/cart/index.js',
      );
      const item = entries.find(({ path }: any) => path.endsWith('index.js'));
      const blob = await forge.request(item.url.slice(forge.url.length));
      const { content } = (await blob.json()) as any;
      expect(atob(content)).toBe('run()\n');
    }
  });

  it('packs a tarball with one folder at the top', async () => {
    const answer = await forge.request(`${api}/tarball/${main}`);
    const names = execFileSync('tar', ['-tz'], {
      input: Buffer.from(await answer.arrayBuffer()),
    })
      .toString()
      .trim()
      .split('\n');
    const top = `shopstack-apps-sre-${main.slice(0, 7)}/`;
    expect(names).toContain(`${top}services/cart/index.js`);
    expect(names.every(name => name.startsWith(top))).toBe(true);
  });

  it('lists commits of a path page by page, and one by branch or as a SHA', async () => {
    const commits = await octokit.paginate(octokit.rest.repos.listCommits, {
      ...{ ...repo, path: 'services/cart', per_page: 1 },
    });
    expect(commits.map(({ commit }) => commit.message)).toEqual([
      'Run the cart',
      'Change files',
    ]);
    const one = await octokit.rest.repos.getCommit({ ...repo, ref: 'main' });
    expect(one.data).toMatchObject({
      sha: main,
      stats: { total: 1 },
      files: [{ filename: 'services/cart/index.js', status: 'added' }],
    });
    const sha = await forge.request(`${api}/commits/main`, {
      headers: { accept: 'application/vnd.github.sha' },
    });
    await expect(sha.text()).resolves.toBe(main);
  });

  it('compares two refs', async () => {
    const head = await forge.commit(
      'feature/compare',
      { 'new.txt': 'x\n' },
      { from: `${main}` },
    );
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...{ ...repo, basehead: 'main...feature/compare' },
    });
    expect(data).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      commits: [{ sha: head }],
      files: [{ filename: 'new.txt' }],
    });
  });

  it('protects main from writes to its ref and its files', async () => {
    const tree = await octokit.rest.git.getTree({ ...repo, tree_sha: main });
    const commit = await octokit.rest.git.createCommit({
      ...{ ...repo, message: 'Direct', tree: tree.data.sha, parents: [main] },
    });
    const { sha } = commit.data;
    await expect(
      octokit.rest.git.updateRef({ ...repo, ref: 'heads/main', sha }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      octokit.rest.git.deleteRef({ ...repo, ref: 'heads/main' }),
    ).rejects.toMatchObject({ status: 422 });
    const file = { ...repo, path: 'x', message: 'x', content: btoa('x') };
    await expect(
      octokit.rest.repos.createOrUpdateFileContents(file),
    ).rejects.toMatchObject({ status: 409 });
    await expect(
      octokit.rest.repos.deleteBranchProtection({ ...repo, branch: 'main' }),
    ).rejects.toMatchObject({ status: 403 });
    const branch = await octokit.rest.repos.getBranch({
      ...{ ...repo, branch: 'main' },
    });
    expect(branch.data).toMatchObject({
      protected: true,
      commit: { sha: main },
    });
    await forge.commit('free', { y: 'y' }, { from: 'main' });
    await expect(
      octokit.rest.repos.createOrUpdateFileContents({
        ...{ ...file, branch: 'free' },
      }),
    ).resolves.toMatchObject({ status: 201 });
  });

  it('combines statuses, and holds a merge to the required ones', async () => {
    const sha = await forge.commit('checked', { c: '1' }, { from: 'main' });
    const { data: pull } = await octokit.rest.pulls.create({
      ...{ ...repo, title: 'Checked', head: 'checked', base: 'main' },
    });
    const admin = new Octokit({
      ...forge.octokitOptions,
      auth: FORGE_ADMIN_TOKEN,
    });
    await admin.rest.repos.updateBranchProtection({
      ...{ ...repo, branch: 'main', enforce_admins: null, restrictions: null },
      required_pull_request_reviews: null,
      required_status_checks: { strict: false, contexts: ['plan'] },
    });
    const merge = () =>
      octokit.rest.pulls.merge({ ...repo, pull_number: pull.number });
    const set = (state: 'pending' | 'failure' | 'success') =>
      octokit.rest.repos.createCommitStatus({
        ...{ ...repo, sha, state, context: 'plan', description: state },
      });
    const combined = async () =>
      (await octokit.rest.repos.getCombinedStatusForRef({ ...repo, ref: sha }))
        .data.state;
    await expect(merge()).rejects.toThrow('"plan" is expected');
    await expect(combined()).resolves.toBe('pending');
    await set('failure');
    await expect(merge()).rejects.toThrow('"plan" is failing');
    await expect(combined()).resolves.toBe('failure');
    await set('success');
    await expect(combined()).resolves.toBe('success');
    await expect(merge()).resolves.toMatchObject({ status: 200 });
    await admin.rest.repos.deleteBranchProtection({ ...repo, branch: 'main' });
  });

  it('finds code by file name and repository', async () => {
    const { data } = await octokit.rest.search.code({
      q: 'filename:catalog-info.yaml repo:shopstack/apps-sre component',
    });
    expect(data.items.map(({ path }) => path)).toEqual([
      'services/cart/catalog-info.yaml',
      'services/user/catalog-info.yaml',
    ]);
    const none = await octokit.rest.search.code({ q: 'filename:nothing.yaml' });
    expect(none.data.total_count).toBe(0);
  });

  it('keeps reviews, comments and labels', async () => {
    await forge.commit('talked', { t: '1' }, { from: 'main' });
    const { data: pull } = await octokit.rest.pulls.create({
      ...{ ...repo, title: 'Talked', head: 'talked', base: 'main' },
    });
    const on = { ...repo, pull_number: pull.number };
    const issue = { ...repo, issue_number: pull.number };
    await octokit.rest.pulls.createReview({
      ...on,
      event: 'COMMENT',
      body: 'Hm',
    });
    await octokit.rest.issues.createComment({ ...issue, body: 'Why' });
    await octokit.rest.issues.addLabels({ ...issue, labels: ['bump'] });
    await octokit.rest.pulls.requestReviewers({
      ...{ ...on, team_reviewers: ['team-checkout'] },
    });
    expect((await octokit.rest.pulls.listReviews(on)).data).toMatchObject([
      { state: 'COMMENTED', body: 'Hm' },
    ]);
    expect((await octokit.rest.issues.listComments(issue)).data).toMatchObject([
      { body: 'Why' },
    ]);
    expect((await octokit.rest.pulls.get(on)).data).toMatchObject({
      labels: [{ name: 'bump' }],
      requested_teams: [{ slug: 'team-checkout' }],
    });
  });
});
