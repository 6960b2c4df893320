import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import { GithubConnection } from './GithubConnection';
import { GithubForge } from './GithubForge';

const P = '/api/v3/repos/shopstack/apps-sre';
const SHA = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const BRANCH = 'shopstack/create-service/refunds-0123456789ab';
const ENCODED = encodeURIComponent(`heads/${BRANCH}`);
const repository = { owner: 'shopstack', name: 'apps-sre' };

describe('GithubForge', () => {
  let stub: HttpStub;
  const forge = (url = stub.url, timeoutMs = 20_000) =>
    new GithubForge(
      new GithubConnection({
        host: 'forge.example',
        timeoutMs,
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              github: [
                {
                  host: 'forge.example',
                  apiBaseUrl: `${url}/api/v3`,
                  token: 'forge-token',
                },
              ],
            },
          }),
        ),
      }),
    );
  /** Answers by `METHOD path`; a list is used up one by one. */
  const serve = (replies: Record<string, StubReply | StubReply[]>) => {
    stub.reply = ({ method, path }) => {
      const reply = replies[`${method} ${path}`];
      return (
        (Array.isArray(reply) ? reply.shift() : reply) ?? {
          status: 404,
          body: { message: 'Not Found' },
        }
      );
    };
  };
  const asked = () =>
    stub.requests.map(({ method, path }) => `${method} ${path}`);
  const commit = (message: string, parent = BASE) => ({
    body: {
      sha: SHA,
      message,
      tree: { sha: 'c'.repeat(40) },
      parents: [{ sha: parent }],
    },
  });
  const reference = { body: { object: { sha: SHA } } };
  const change = {
    branch: BRANCH,
    base: BASE,
    message: 'feat: add it',
    edits: [
      {
        path: 'a',
        action: 'create' as const,
        after: 'text',
        mode: '100755' as const,
      },
    ],
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('reads the default branch when none is named, with the token of the integration', async () => {
    serve({
      [`GET ${P}`]: { body: { default_branch: 'trunk' } },
      [`GET ${P}/git/ref/heads%2Ftrunk`]: reference,
    });
    await expect(forge().readBranch(repository, undefined)).resolves.toEqual({
      name: 'trunk',
      commit: SHA,
    });
    expect(stub.requests[0].headers.authorization).toBe('token forge-token');
  });

  it('knows a branch that is not there from a repository that is not there', async () => {
    await expect(
      forge().readBranch(repository, 'main'),
    ).resolves.toBeUndefined();
    await expect(
      forge().readBranch(repository, undefined),
    ).rejects.toMatchObject({ fault: 'not-found' });
  });

  it('encodes what it puts into an address', async () => {
    await forge().readBranch({ owner: 'a/b', name: '../c?d' }, 'x#y');
    expect(asked()).toEqual([
      'GET /api/v3/repos/a%2Fb/..%2Fc%3Fd/git/ref/heads%2Fx%23y',
    ]);
  });

  it.each<[string, StubReply, string]>([
    ['bad credentials', { status: 401 }, 'credentials-refused'],
    ['a refusal', { status: 403 }, 'forbidden'],
    [
      'a used up limit',
      { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
      'throttled',
    ],
    ['a secondary limit', { status: 429 }, 'throttled'],
    ['an outage', { status: 500 }, 'failed'],
    [
      'no JSON',
      { headers: { 'content-type': 'text/html' }, body: '<html>' },
      'malformed',
    ],
    ['broken JSON', { body: '{"object": ' }, 'malformed'],
    ['wrong types', { body: { object: { sha: 7 } } }, 'malformed'],
    [
      'a commit that is none',
      { body: { object: { sha: '../x' } } },
      'malformed',
    ],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s', async (_, reply, fault) => {
    stub.reply = () => reply;
    const it = forge(stub.url, reply === 'hang' ? 300 : undefined);
    const reading = it.readBranch(repository, 'main');
    await expect(reading).rejects.toMatchObject({ fault });
    await expect(reading).rejects.not.toThrow('forge-token');
    await expect(it.readTree(repository, SHA)).rejects.toMatchObject({ fault });
  });

  it.each<[StubReply, string]>([
    [{ status: 401 }, 'credentials-refused'],
    [{ status: 403 }, 'forbidden'],
    [{ status: 429 }, 'throttled'],
    [{ status: 500 }, 'failed'],
    ['hang', 'timed-out'],
    ['cut', 'unreachable'],
  ])('translates %j of a write', async (reply, fault) => {
    stub.reply = () => reply;
    const it = forge(stub.url, reply === 'hang' ? 300 : undefined);
    await expect(it.closePullRequest(repository, 1)).rejects.toMatchObject({
      fault,
    });
    expect(stub.requests).toHaveLength(1);
  });

  it('says when nobody is there', async () => {
    await expect(
      forge('http://127.0.0.1:1').readBranch(repository, 'main'),
    ).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it('asks again after a fault of the moment, but writes only once', async () => {
    serve({
      [`GET ${P}/git/ref/heads%2Fmain`]: [{ status: 502 }, reference],
      [`PATCH ${P}/pulls/1`]: [{ status: 502 }, { body: {} }],
    });
    await expect(forge().readBranch(repository, 'main')).resolves.toBeDefined();
    await expect(forge().closePullRequest(repository, 1)).rejects.toMatchObject(
      { fault: 'failed' },
    );
    expect(asked().filter(one => one.startsWith('PATCH'))).toHaveLength(1);
  });

  it('ends a call when the caller does, with the reason of the caller', async () => {
    const controller = new AbortController();
    stub.reply = () => {
      controller.abort(new Error('cancelled'));
      return 'hang';
    };
    await expect(
      forge().openPullRequest(
        repository,
        { head: BRANCH, base: 'main', title: 't', body: 'b' },
        { signal: controller.signal },
      ),
    ).rejects.toThrow('cancelled');
    expect(stub.requests).toHaveLength(1);
  });

  it('makes a branch of one commit, with modes', async () => {
    serve({
      [`GET ${P}/git/commits/${BASE}`]: commit('base'),
      [`POST ${P}/git/trees`]: { status: 201, body: { sha: SHA } },
      [`POST ${P}/git/commits`]: { status: 201, body: { sha: SHA } },
      [`POST ${P}/git/refs`]: { status: 201, ...reference },
    });
    await expect(forge().pushBranch(repository, change)).resolves.toEqual({
      commit: SHA,
    });
    const [tree, created, ref] = stub.requests
      .filter(one => one.method === 'POST')
      .map(one => JSON.parse(one.body));
    expect(tree).toEqual({
      base_tree: 'c'.repeat(40),
      tree: [{ path: 'a', mode: '100755', type: 'blob', content: 'text' }],
    });
    expect(created).toMatchObject({ message: 'feat: add it', parents: [BASE] });
    expect(ref).toEqual({ ref: `refs/heads/${BRANCH}`, sha: SHA });
  });

  it('leaves a branch alone that holds the commit already', async () => {
    serve({
      [`GET ${P}/git/ref/${ENCODED}`]: reference,
      [`GET ${P}/git/commits/${SHA}`]: commit('feat: add it\n'),
    });
    await forge().pushBranch(repository, change);
    expect(asked().every(one => one.startsWith('GET'))).toBe(true);
  });

  it.each([
    ['another message', commit('feat: add something else')],
    ['another base', commit('feat: add it', 'd'.repeat(40))],
  ])('replaces a branch that holds %s', async (_, found) => {
    serve({
      [`GET ${P}/git/ref/${ENCODED}`]: reference,
      [`GET ${P}/git/commits/${SHA}`]: found,
      [`GET ${P}/git/commits/${BASE}`]: commit('base'),
      [`POST ${P}/git/trees`]: { body: { sha: SHA } },
      [`POST ${P}/git/commits`]: { body: { sha: SHA } },
      [`PATCH ${P}/git/refs/${ENCODED}`]: reference,
    });
    await forge().pushBranch(repository, change);
    expect(JSON.parse(stub.requests.at(-1)!.body)).toEqual({
      sha: SHA,
      force: true,
    });
  });

  it.each(['main', 'refs/heads/main', 'shopstack/../main', 'shopstack/x', ''])(
    'never writes to or deletes the branch %j',
    async branch => {
      const it = forge();
      await expect(
        it.pushBranch(repository, { ...change, branch }),
      ).rejects.toThrow('not a branch of a golden path');
      await expect(it.deleteBranch(repository, branch)).rejects.toThrow();
      await expect(
        it.openPullRequest(repository, {
          head: branch,
          base: 'main',
          title: '',
          body: '',
        }),
      ).rejects.toThrow();
      expect(stub.requests).toEqual([]);
    },
  );

  it('says why the forge rejects a pull request', async () => {
    stub.reply = ({ method }) =>
      method === 'GET'
        ? { body: [] }
        : { status: 422, body: { message: 'Validation Failed' } };
    await expect(
      forge().openPullRequest(repository, {
        head: BRANCH,
        base: 'main',
        title: 't',
        body: 'b',
      }),
    ).rejects.toThrow('GitHub rejects the question (422): Validation Failed');
  });

  it('does not mind a branch that is gone already', async () => {
    stub.reply = ({ method }) =>
      method === 'DELETE'
        ? { status: 422, body: { message: 'Reference does not exist' } }
        : { status: 404 };
    await expect(
      forge().deleteBranch(repository, BRANCH),
    ).resolves.toBeUndefined();
  });

  it('tells merged from closed', async () => {
    const pull = (number: number, merged?: string) => ({
      number,
      html_url: `https://forge.example/shopstack/apps-sre/pull/${number}`,
      state: 'closed',
      merged_at: merged ?? null,
    });
    stub.reply = () => ({ body: [pull(2, '2026-01-01T00:00:00Z'), pull(1)] });
    const found = await forge().findPullRequests(repository, BRANCH);
    expect(found.map(one => [one.number, one.state])).toEqual([
      [2, 'merged'],
      [1, 'closed'],
    ]);
  });
});
