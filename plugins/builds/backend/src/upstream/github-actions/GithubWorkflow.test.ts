import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import type { ReadBuild } from '../../service/ExecutorProject';
import { GithubActionsClient } from './GithubActionsClient';
import { GithubActionsWriter } from './GithubActionsWriter';
import { GithubConnection } from './GithubConnection';
import { GithubWorkflow } from './GithubWorkflow';
import { JobLogClient } from './JobLogClient';

const REPO = '/api/v3/repos/shopstack/apps-sre';
const RUNS = `${REPO}/actions/workflows/cart.yml/runs`;
const FILE = `${REPO}/contents/.github/workflows/cart.yml`;
const path = '.github/workflows/cart.yml';
const job = (id: number, name: string, conclusion: string | null) => ({
  id,
  name,
  status: conclusion ? 'completed' : 'in_progress',
  conclusion,
});

describe('GithubWorkflow', () => {
  let stub: HttpStub;
  const known = new Map<string, ReadBuild>();
  const knownBuilds = async () => known;

  const create = ({
    timeoutMs = 20_000,
    all = false,
    address = stub.url,
  } = {}) => {
    const connection = new GithubConnection({
      credentials: {
        getCredentials: async () => ({ type: 'token', token: 'forge-token' }),
      },
      timeoutMs,
      concurrency: 4,
      ratePerSecond: 1_000,
      burst: 1_000,
    });
    const client = new GithubActionsClient(connection);
    return new GithubWorkflow(
      {
        integration: { host: 'forge', apiBaseUrl: `${address}/api/v3` },
        owner: 'shopstack',
        repo: 'apps-sre',
        file: all ? undefined : 'cart.yml',
      },
      {
        client,
        writer: new GithubActionsWriter(connection, client),
        logs: new JobLogClient(connection),
      },
    );
  };
  const serve = (replies: Record<string, StubReply>) => {
    stub.reply = ({ method, path: asked }) => {
      const [pathname] = asked.split('?');
      return (
        replies[`${method} ${pathname}`] ??
        replies[pathname] ?? { status: 404, body: {} }
      );
    };
  };
  const asked = (part: string) =>
    stub.requests.filter(request => request.path.includes(part));

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => {
    stub.reset();
    known.clear();
  });
  afterAll(() => stub.close());

  it('reads the runs of the workflow, and the jobs of a run that is over once', async () => {
    serve({
      [RUNS]: {
        body: {
          workflow_runs: [
            { id: 2, status: 'in_progress' },
            { id: 1, status: 'completed', updated_at: '2026-11-20T10:00:00Z' },
            'odd',
          ],
        },
      },
      [`${REPO}/actions/runs/1/jobs`]: {
        body: { jobs: [job(11, 'test', 'success')] },
      },
      [`${REPO}/actions/runs/2/jobs`]: {
        body: { jobs: [job(12, 'test', null)] },
      },
    });
    const project = create();
    const { ids, read, rest } = await project.readNewest(knownBuilds);
    expect(ids).toEqual(['2', '1']);
    expect(rest).toEqual({ pending: [] });
    expect(
      read.map(({ build, over }) => [build.id, build.phases[0].status, over]),
    ).toEqual([
      ['2', 'in-progress', false],
      ['1', 'succeeded', true],
    ]);
    expect(stub.requests[0].path).toBe(`${RUNS}?page=1&per_page=50`);
    expect(stub.requests[0].headers.authorization).toBe('token forge-token');

    read.forEach(each => known.set(each.build.id, each));
    const again = await project.readNewest(knownBuilds);
    expect(again.read.map(({ build }) => build.id)).toEqual(['2']);
    expect(asked('runs/1/jobs')).toHaveLength(1);
    expect(asked('runs/2/jobs')).toHaveLength(2);
  });

  it('sees that a run which was over runs again', async () => {
    const run = { id: 1, status: 'completed', updated_at: '2026-11-20T10:00Z' };
    const runs = (more: object) => ({
      [RUNS]: { body: { workflow_runs: [{ ...run, ...more }] } },
    });
    serve(runs({ run_attempt: 1 }));
    const [first] = (await create().readNewest(knownBuilds)).read;
    known.set('1', first);
    serve(runs({ run_attempt: 2, status: 'queued' }));
    const { read } = await create().readNewest(knownBuilds);
    expect(read[0].build.status).toBe('queued');
  });

  it('goes on page by page', async () => {
    stub.reply = ({ path: asks }): StubReply => {
      const { pathname, searchParams } = new URL(asks, 'http://x');
      const page = Number(searchParams.get('page'));
      return pathname.endsWith('/jobs')
        ? { body: { jobs: [] } }
        : {
            ...(page < 3 && {
              headers: { link: `<${stub.url}?page=${page + 1}>; rel="next"` },
            }),
            body: { workflow_runs: [{ id: 2 * page }, { id: 2 * page + 1 }] },
          };
    };
    const project = create();
    const first = await project.readNewest(knownBuilds);
    const second = await project.readOlder(first.rest, knownBuilds);
    const third = await project.readOlder(second.rest, knownBuilds);
    expect([first, second, third].flatMap(({ ids }) => ids)).toEqual([
      ...['2', '3', '4', '5', '6', '7'],
    ]);
    expect(third.rest).toEqual({ pending: [] });
  });

  it('finds no runs where the repository has no such workflow', async () => {
    serve({ [REPO]: { body: { id: 1 } } });
    const { ids } = await create().readNewest(knownBuilds);
    expect(ids).toEqual([]);
  });

  it('does not take a repository that is not there for one without runs', async () => {
    await expect(create().readNewest(knownBuilds)).rejects.toMatchObject({
      fault: 'not-found',
    });
  });

  it('reads a run of its workflow and of no other', async () => {
    serve({
      [`${REPO}/actions/runs/1`]: { body: { id: 1, path } },
      [`${REPO}/actions/runs/2`]: {
        body: { id: 2, path: '.github/workflows/pay.yml' },
      },
      [`${REPO}/actions/runs/3`]: { body: { id: 3 } },
    });
    const project = create();
    expect((await project.readBuild('1'))?.build.id).toBe('1');
    expect(await project.readBuild('2')).toBeUndefined();
    expect(await project.readBuild('3')).toBeUndefined();
    expect(await project.readBuild('4')).toBeUndefined();
    const all = create({ all: true });
    expect((await all.readBuild('2'))?.build.id).toBe('2');
  });

  it.each<[string, StubReply, string]>([
    ['bad credentials', { status: 401 }, 'credentials-refused'],
    ['a refusal', { status: 403 }, 'forbidden'],
    [
      'a used up limit',
      { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
      'throttled',
    ],
    [
      'a secondary limit',
      { status: 429, headers: { 'retry-after': '60' } },
      'throttled',
    ],
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
    const timeoutMs = reply === 'hang' ? 300 : undefined;
    const failure = create({ timeoutMs }).readNewest(knownBuilds);
    await expect(failure).rejects.toMatchObject({ fault });
    await expect(failure).rejects.not.toThrow('forge-token');
  });

  it('says when nobody is there', async () => {
    const nobody = create({ address: 'http://127.0.0.1:1' });
    await expect(nobody.readNewest(knownBuilds)).rejects.toMatchObject({
      fault: 'unreachable',
    });
  });

  it.each([
    [
      'a list',
      'on: [push, workflow_dispatch]',
      true,
      ['start', 'retry', 'stop'],
    ],
    [
      'a map',
      'on:\n  workflow_dispatch:\n',
      undefined,
      ['start', 'retry', 'stop'],
    ],
    ['neither', 'on: push', true, ['retry', 'stop']],
    ['no YAML', 'on: [', true, ['retry', 'stop']],
    ['no file', undefined, true, ['retry', 'stop']],
    ['a token that only reads', 'on: workflow_dispatch', false, []],
  ])('knows what can be done: %s', async (_, text, push, actions) => {
    serve({
      [REPO]: { body: { default_branch: 'trunk', permissions: { push } } },
      ...(text !== undefined && {
        [FILE]: { body: { content: Buffer.from(text).toString('base64') } },
      }),
    });
    expect(await create().readFacts()).toEqual({
      actions,
      defaultBranch: 'trunk',
    });
  });

  describe('the log', () => {
    const read = async () => (await create().readBuild('1'))!;
    beforeEach(() =>
      serve({
        [`${REPO}/actions/runs/1`]: { body: { id: 1, path } },
        [`${REPO}/actions/runs/1/jobs`]: {
          body: {
            jobs: [
              job(11, 'test', 'failure'),
              job(12, 'bump', 'skipped'),
              job(13, 'old', 'success'),
              job(14, 'now', null),
            ],
          },
        },
        [`${REPO}/actions/jobs/11/logs`]: {
          status: 302,
          headers: { location: '/store/11?signature=x' },
        },
        '/store/11': {
          headers: { 'content-type': 'text/plain' },
          body: '\ufeff2026-11-20T10:00:00.1234567Z npm test\nno time\n',
        },
        [`${REPO}/actions/jobs/13/logs`]: { status: 410 },
      }),
    );

    it('is that of its jobs, as far as they are over', async () => {
      const build = await read();
      const project = create();
      const texts: string[] = [];
      let position = '';
      for (let page = 0; page < 4; page += 1) {
        const stretch = await project.readLog(build, position);
        texts.push(...stretch.lines.map(({ text }) => text));
        expect(stretch.atEnd).toBe(page === 3);
        position = stretch.next;
      }
      expect(position).toBe('3');
      expect(texts).toEqual([
        '--- test: failure ---',
        'npm test',
        'no time',
        '--- bump: skipped ---',
        '--- old: success ---',
        '[Its log is not kept any more]',
      ]);
    });

    it('tells the end of the job that failed', async () => {
      expect(await create().readLogTail(await read(), 2)).toEqual([
        { at: '2026-11-20T10:00:00.123Z', text: 'npm test' },
        { text: 'no time' },
      ]);
    });
  });

  describe('writes', () => {
    const DISPATCH = `POST ${REPO}/actions/workflows/cart.yml/dispatches`;
    const run = {
      id: 7,
      path,
      event: 'workflow_dispatch',
      status: 'queued',
      created_at: new Date().toISOString(),
    };
    const old = { ...run, id: 6, created_at: '2026-01-01T00:00:00Z' };
    const runs = {
      [`${REPO}/actions/runs/7`]: { body: run },
      [RUNS]: { body: { workflow_runs: [run, old] } },
      [REPO]: { body: { default_branch: 'trunk' } },
    };

    it('starts a run and knows it by the id that it is told', async () => {
      serve({ ...runs, [DISPATCH]: { body: { workflow_run_id: 7 } } });
      const { build } = await create().start({ sourceVersion: 'v1' });
      expect(build).toMatchObject({ id: '7', status: 'queued' });
      const [{ body }] = asked('dispatches');
      expect(JSON.parse(body)).toEqual({ ref: 'v1', return_run_details: true });
      expect(asked(RUNS)).toHaveLength(0);
    });

    it('finds the run where the forge tells no id, at the default branch', async () => {
      let calls = 0;
      serve(runs);
      const usual = stub.reply;
      stub.reply = request => {
        if (!request.path.includes('dispatches')) {
          return usual(request);
        }
        calls += 1;
        return calls === 1
          ? {
              status: 422,
              body: { message: '"return_run_details" is not permitted' },
            }
          : { status: 204 };
      };
      expect((await create().start({})).build.id).toBe('7');
      expect(JSON.parse(asked('dispatches')[1].body)).toEqual({ ref: 'trunk' });
    });

    it('runs again and cancels, and answers how the run stands', async () => {
      serve({
        ...runs,
        [`POST ${REPO}/actions/runs/7/rerun`]: { status: 201 },
        [`POST ${REPO}/actions/runs/7/cancel`]: { status: 202 },
      });
      const project = create();
      const read = (await project.readBuild('7'))!;
      expect((await project.retry(read)).build.status).toBe('queued');
      expect((await project.stop(read)).build.id).toBe('7');
      expect(
        stub.requests.filter(({ method }) => method === 'POST'),
      ).toHaveLength(2);
    });

    it.each<[StubReply, string]>([
      [{ status: 403 }, 'forbidden'],
      [{ status: 409 }, 'rejected'],
      [{ status: 502 }, 'failed'],
      ['cut', 'unreachable'],
    ])('says what came of it: %j', async (reply, fault) => {
      serve({ ...runs, [DISPATCH]: reply });
      await expect(
        create().start({ sourceVersion: 'main' }),
      ).rejects.toMatchObject({ fault });
      expect(asked('dispatches')).toHaveLength(1);
    });
  });
});
