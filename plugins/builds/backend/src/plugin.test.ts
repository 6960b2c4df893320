import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { buildId, CANARY, CodeBuildStub } from './__testUtils__/CodeBuildStub';
import {
  built,
  buildsOf,
  component,
  startBuilds,
} from './__testUtils__/startBuilds';

const TWENTY = Array.from({ length: 20 }, (_, index) => `project-${index}`);

const service = component('cart', {
  ...built('cart', 'shopstack-cart').metadata.annotations,
  'github.com/project-slug': 'shopstack/apps-sre',
  'shopstack.dev/service': 'cart',
});

describe('builds backend', () => {
  let aws: CodeBuildStub;
  let github: HttpStub;

  const start = (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) =>
    startBuilds({
      aws: aws.url,
      github: github.url,
      features: [mockServices.permissions.factory({ result })],
      entities: [
        service,
        built('one', 'shopstack-cart'),
        built('many', ...TWENTY),
        built('mixed', 'shopstack-cart', 'gone', 'empty'),
        component('bare'),
        component('odd', { 'github.com/project-slug': '../../user' }),
        component('half', {
          ...service.metadata.annotations,
          'aws.amazon.com/aws-codebuild-project-arn': 'shopstack-cart',
        }),
      ],
    });
  const list = async (
    server: Awaited<ReturnType<typeof start>>,
    name: string,
    query: object = {},
  ) => {
    const response = await request(server).get(buildsOf(name)).query(query);
    expect(response.status).toBe(200);
    return response.body;
  };
  const numbers = (body: { items: { number: number }[] }) =>
    body.items.map(({ number }) => number);

  beforeAll(async () => {
    [aws, github] = await Promise.all([
      CodeBuildStub.start(),
      HttpStub.start(),
    ]);
  });
  beforeEach(() => {
    aws.reset();
    github.reset();
    aws.projects.set('shopstack-cart', 1);
    github.reply = ({ path }) => {
      if (path.includes('/jobs')) {
        return { body: { jobs: [] } };
      }
      return path.includes('/runs')
        ? {
            body: {
              workflow_runs: [
                {
                  id: 9,
                  status: 'completed',
                  conclusion: 'success',
                  run_started_at: '2026-10-20T10:00:00Z',
                  updated_at: '2026-10-20T10:01:00Z',
                },
              ],
            },
          }
        : { status: 404, body: {} };
    };
  });
  afterAll(() => Promise.all([aws.close(), github.close()]));

  it('lists the builds of both executors, newest first, and asks nobody for who looks again', async () => {
    const server = await start();
    const body = await list(server, 'cart');
    expect(
      body.items.map((build: { executor: string }) => build.executor),
    ).toEqual(['aws-codebuild', 'github-actions']);
    expect(body.sources).toEqual([
      expect.objectContaining({
        source: 'aws-codebuild',
        instance: 'shopstack-cart',
        state: 'ok',
        topic: expect.any(String),
      }),
      expect.objectContaining({
        source: 'github-actions',
        instance: 'shopstack/apps-sre cart.yml',
        state: 'ok',
      }),
    ]);
    expect(body.projects).toEqual([
      expect.objectContaining({
        executor: 'aws-codebuild',
        name: 'shopstack-cart',
        actions: ['start', 'retry', 'stop'],
      }),
      expect.objectContaining({ executor: 'github-actions', name: 'cart' }),
    ]);
    expect(body.total).toBe(2);

    const calls = aws.http.requests.length + github.requests.length;
    await list(server, 'cart');
    expect(aws.http.requests.length + github.requests.length).toBe(calls);
  });

  it('reads twenty cold projects with 22 calls, however many look at once', async () => {
    TWENTY.forEach((project, index) => aws.projects.set(project, 90 + index));
    const server = await start();
    const pages = await Promise.all(
      Array.from({ length: 200 }, () => list(server, 'many')),
    );
    expect(aws.count('ListBuildsForProject')).toBe(20);
    expect(aws.count('BatchGetBuilds')).toBe(1);
    expect(aws.count('BatchGetProjects')).toBe(1);
    expect(new Set(pages.map(page => JSON.stringify(numbers(page)))).size).toBe(
      1,
    );
    expect(numbers(pages[0])[0]).toBe(109);
    expect(
      pages[0].sources.every(({ state }: { state: string }) => state === 'ok'),
    ).toBe(true);
  });

  it('pages through the whole history of several projects without a gap', async () => {
    aws.projects.set('shopstack-cart', 230);
    aws.projects.set('empty', 120);
    aws.projects.set('gone', 7);
    const server = await start();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(server, 'mixed', { limit: 100, cursor });
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(357);
    expect(new Set(seen).size).toBe(357);
    const order = seen.map(id => Number(id.slice(-12)));
    expect(order).toEqual([...order].sort((one, other) => other - one));

    const calls = aws.http.requests.length;
    await list(server, 'mixed', { limit: 100, cursor: undefined });
    expect(aws.http.requests).toHaveLength(calls);
  });

  it('filters by project, status and branch', async () => {
    aws.projects.set('shopstack-cart', 30);
    aws.projects.set('empty', 5);
    aws.extra = id =>
      id.endsWith('7')
        ? { buildStatus: 'FAILED', sourceVersion: 'feature/Basket_100%' }
        : {};
    const server = await start();
    const all = await list(server, 'mixed');
    const { key } = all.projects[0];
    expect(numbers(await list(server, 'mixed', { status: 'failed' }))).toEqual([
      27, 17, 7,
    ]);
    expect(
      numbers(
        await list(server, 'mixed', {
          status: ['failed', 'stopped'],
          search: 'basket_100%',
          projectKey: key,
          limit: 2,
        }),
      ),
    ).toEqual([27, 17]);
    expect(numbers(await list(server, 'mixed', { search: '_eature' }))).toEqual(
      [],
    );
    expect(all.projects[0].medianSeconds).toBe(60);
    expect(all.projects[1].medianSeconds).toBeUndefined();
  });

  it('shows the other projects when one was deleted and one was never built', async () => {
    aws.projects.set('empty', 0);
    const body = await list(await start(), 'mixed');
    expect(numbers(body)).toEqual([1]);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'shopstack-cart', state: 'ok' }),
      expect.objectContaining({
        instance: 'gone',
        state: 'unavailable',
        reason: expect.stringContaining('does not know it'),
      }),
      expect.objectContaining({ instance: 'empty', state: 'ok' }),
    ]);
  });

  it('leaves out what was deleted in between, and odd rows', async () => {
    aws.projects.set('shopstack-cart', 5);
    aws.instead = (operation, input) => {
      if (operation !== 'BatchGetBuilds') {
        return undefined;
      }
      const { body } = aws.answer(operation, input) as {
        body: { builds: any[] };
      };
      const [first, second, , ...others] = body.builds;
      return {
        body: {
          builds: [
            { ...first, phases: 'none', buildNumber: 'five', logs: 7 },
            { ...second, id: 4 },
            ...others,
          ],
          buildsNotFound: [],
        },
      };
    };
    const body = await list(await start(), 'one');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
      [5, 2, 1].map(number => buildId('shopstack-cart', number)),
    );
    expect(body.sources[0].state).toBe('ok');
  });

  it('never answers a variable of the environment', async () => {
    aws.projects.set('shopstack-cart', 3);
    const server = await start();
    const id = encodeURIComponent(buildId('shopstack-cart', 3));
    const builds = await request(server).get(buildsOf('one'));
    const details = await request(server).get(
      `${buildsOf('one')}/aws-codebuild/${id}`,
    );
    expect(details.status).toBe(200);
    expect(details.body.items).toHaveLength(1);
    const all = JSON.stringify([builds.body, details.body, details.headers]);
    expect(all).not.toContain(CANARY);
    expect(aws.http.requests.length).toBeGreaterThan(0);
  });

  it('shows one executor while the other is out', async () => {
    github.reply = () => ({ status: 401, body: { message: 'forge-token' } });
    const body = await list(await start(), 'cart');
    expect(body.items).toHaveLength(1);
    expect(body.sources[1]).toMatchObject({
      source: 'github-actions',
      state: 'unavailable',
      reason: "GitHub refuses the portal's credentials (401)",
    });
    expect(JSON.stringify(body)).not.toContain('forge-token');
  });

  it('names what is wrong with one annotation and reads the other', async () => {
    const body = await list(await start(), 'half');
    expect(body.items).toHaveLength(1);
    expect(body.sources).toEqual([
      expect.objectContaining({ source: 'github-actions', state: 'ok' }),
      expect.objectContaining({
        source: 'aws-codebuild',
        state: 'unavailable',
        reason: expect.stringContaining("'shopstack-cart' is not an ARN"),
      }),
    ]);
  });

  it.each([
    ['bare', 400, 'aws-codebuild-project-arn'],
    ['odd', 400, "'github.com/project-slug' is not of the form owner/name"],
    ['nobody', 404, 'No entity'],
    ['one?limit=0', 400, "'limit'"],
    ['one?status=great', 400, "'status"],
    ['one?cursor=x', 400, "'cursor'"],
    ['one?projectKey=github-0', 400, "'projectKey'"],
  ])('refuses %s with %s', async (path, status, message) => {
    const [name, query = ''] = path.split('?');
    const response = await request(await start()).get(
      `${buildsOf(name)}?${query}`,
    );
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(aws.http.requests.length + github.requests.length).toBe(0);
  });

  it.each([
    ['of another project', buildId('shopstack-order', 1), 404],
    ['without a uuid', 'shopstack-cart:1', 404],
    ['that leads astray', 'shopstack-cart:../../secret', 400],
    ['of nobody', '7', 404],
  ])('knows no build %s, and asks nobody', async (_, id, status) => {
    const path = `${buildsOf('one')}/aws-codebuild/${encodeURIComponent(id)}`;
    const server = await start();
    for (const each of [path, `${path}/log`, `${path}/log.txt`]) {
      const response = await request(server).get(each);
      expect(response.status).toBe(status);
    }
    expect(aws.http.requests).toHaveLength(0);
  });

  it('asks nobody for who may not', async () => {
    const id = encodeURIComponent(buildId('shopstack-cart', 1));
    const build = `${buildsOf('one')}/aws-codebuild/${id}`;
    const denied = await start(AuthorizeResult.DENY);
    const allowed = await start();
    const idempotencyKey = 'one-two-three';
    const calls = [
      ['get', buildsOf('one'), {}],
      ['get', build, {}],
      ['get', `${build}/log`, {}],
      ['get', `${build}/log.txt`, {}],
      ['post', buildsOf('one'), { projectKey: 'codebuild-0', idempotencyKey }],
      ['post', `${build}/retry`, { idempotencyKey }],
      ['post', `${build}/stop`, {}],
    ] as const;
    for (const [method, path, body] of calls) {
      const send = (server: typeof denied, authorization?: string) => {
        const sent = request(server)[method](path);
        if (authorization) {
          sent.set('Authorization', authorization);
        }
        return method === 'post' ? sent.send(body) : sent;
      };
      expect((await send(denied)).status).toBe(403);
      expect((await send(allowed, mockCredentials.none.header())).status).toBe(
        401,
      );
    }
    for (const [, path, body] of calls.slice(4)) {
      const sent = await request(allowed)
        .post(path)
        .set('Authorization', mockCredentials.service.header())
        .send(body);
      expect(sent.status).toBe(403);
    }
    expect(aws.http.requests).toHaveLength(0);
  });
});
