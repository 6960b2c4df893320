import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import { GithubActionsClient } from './GithubActionsClient';

const RUNS = '/api/v3/repos/shopstack/apps-sre/actions/workflows/cart.yml/runs';

describe('GithubActionsClient', () => {
  let stub: HttpStub;
  const client = (timeoutMs = 20_000) =>
    new GithubActionsClient({
      credentials: {
        getCredentials: async () => ({ type: 'token', token: 'forge-token' }),
      },
      timeoutMs,
      concurrency: 4,
      maxRuns: 30,
    });
  const list = (actions = client(), file: string | undefined = 'cart.yml') =>
    actions.listRuns({
      integration: { host: 'forge', apiBaseUrl: `${stub.url}/api/v3` },
      owner: 'shopstack',
      repo: 'apps-sre',
      file,
    });
  const serve = (replies: Record<string, StubReply>) => {
    stub.reply = ({ path }) => {
      const [pathname] = path.split('?');
      return replies[pathname] ?? { status: 404 };
    };
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('reads the runs of the workflow, and the jobs of a run that is over once', async () => {
    serve({
      [RUNS]: {
        body: {
          workflow_runs: [
            { id: 2, status: 'in_progress' },
            { id: 1, status: 'completed', conclusion: 'success' },
            'odd',
          ],
        },
      },
      '/api/v3/repos/shopstack/apps-sre/actions/runs/1/jobs': {
        body: {
          jobs: [{ name: 'test', status: 'completed', conclusion: 'success' }],
        },
      },
      '/api/v3/repos/shopstack/apps-sre/actions/runs/2/jobs': {
        body: { jobs: [{ name: 'test', status: 'queued' }] },
      },
    });
    const actions = client();

    const builds = await list(actions);
    await list(actions);

    expect(builds.map(build => [build.id, build.phases[0].status])).toEqual([
      ['2', 'queued'],
      ['1', 'succeeded'],
    ]);
    expect(stub.requests[0].path).toBe(`${RUNS}?page=1&per_page=30`);
    expect(stub.requests[0].headers.authorization).toBe('token forge-token');
    const asked = (path: string) =>
      stub.requests.filter(request => request.path.includes(path)).length;
    expect([asked('runs/1/jobs'), asked('runs/2/jobs')]).toEqual([1, 2]);
  });

  it('follows pages that are shorter than asked for', async () => {
    stub.reply = ({ path }): StubReply => {
      const { pathname, searchParams } = new URL(path, 'http://x');
      if (pathname.endsWith('/jobs')) {
        return { body: { jobs: [] } };
      }
      const page = Number(searchParams.get('page'));
      return {
        ...(page < 3 && {
          headers: { link: `<${stub.url}?page=${page + 1}>; rel="next"` },
        }),
        body: { workflow_runs: [{ id: 2 * page }, { id: 2 * page + 1 }] },
      };
    };
    const runs = await list();
    expect(runs.map(run => run.id)).toEqual(['2', '3', '4', '5', '6', '7']);
  });

  it('shows a run whose jobs cannot be read', async () => {
    serve({
      [RUNS]: { body: { workflow_runs: [{ id: 1, status: 'completed' }] } },
    });
    const [build] = await list();
    expect(build).toMatchObject({ id: '1', phases: [] });
  });

  it('finds no runs where the repository has no such workflow', async () => {
    serve({ '/api/v3/repos/shopstack/apps-sre': { body: { id: 1 } } });
    await expect(list()).resolves.toEqual([]);
  });

  it('does not take a repository that is not there for one without runs', async () => {
    await expect(list()).rejects.toMatchObject({ fault: 'not-found' });
  });

  it('asks for all runs when no workflow is named', async () => {
    serve({
      '/api/v3/repos/shopstack/apps-sre/actions/runs': {
        body: { workflow_runs: [] },
      },
    });
    const runs = client().listRuns({
      integration: { host: 'forge', apiBaseUrl: `${stub.url}/api/v3` },
      owner: 'shopstack',
      repo: 'apps-sre',
    });
    await expect(runs).resolves.toEqual([]);
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
    ['an outage', { status: 502 }, 'failed'],
    [
      'no JSON',
      { headers: { 'content-type': 'text/html' }, body: '<html>' },
      'malformed',
    ],
    ['broken JSON', { body: '{"workflow_runs": [' }, 'malformed'],
    ['wrong types', { body: { workflow_runs: 7 } }, 'malformed'],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s', async (_, reply, fault) => {
    stub.reply = () => reply;
    const failure = list(client(reply === 'hang' ? 300 : undefined));
    await expect(failure).rejects.toMatchObject({ fault });
    await expect(failure).rejects.not.toThrow('forge-token');
  });

  it('says when nobody is there', async () => {
    const nobody = client().listRuns({
      integration: { host: 'forge', apiBaseUrl: 'http://127.0.0.1:1/api/v3' },
      owner: 'shopstack',
      repo: 'apps-sre',
    });
    await expect(nobody).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
