import { mockServices } from '@backstage/backend-test-utils';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  awsAnswer,
  awsError,
  readAwsRequest,
  type StubReply,
} from '@shopstack/plugin-kit-node/testUtils';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
import { buildId, CodeBuildStub } from './__testUtils__/CodeBuildStub';
import { built, buildsOf, startBuilds } from './__testUtils__/startBuilds';

const key = 'f3b1c2d4-0000';

describe('writes of the builds backend', () => {
  let aws: CodeBuildStub;
  let knex: Knex;
  const events: { eventId: string; outcome?: string; text: string }[] = [];

  /** One replica; all share the database. */
  const start = () =>
    startBuilds({
      aws: aws.url,
      knex,
      entities: [built('cart', 'cart')],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => ({
            createEvent: async options => {
              const { eventId, severityLevel, meta } = options;
              const text = JSON.stringify({ severityLevel, meta });
              const event: (typeof events)[number] = { eventId, text };
              events.push(event);
              return {
                success: async ({ meta: more } = {}) => {
                  event.outcome = 'success';
                  event.text += JSON.stringify(more);
                },
                fail: async ({ error }) => {
                  event.outcome = `${error.name}: ${error.message}`;
                },
              };
            },
          }),
        }),
      ],
    });
  type Server = Awaited<ReturnType<typeof start>>;

  const list = async (server: Server) =>
    (await request(server).get(buildsOf('cart'))).body;
  const send = async (server: Server, more: object = {}) => {
    const { projects } = await list(server);
    return request(server)
      .post(buildsOf('cart'))
      .send({ projectKey: projects[0].key, idempotencyKey: key, ...more });
  };
  const path = (number: number) =>
    `${buildsOf('cart')}/aws-codebuild/${encodeURIComponent(buildId('cart', number))}`;
  const tokens = (operation: string) =>
    aws.http.requests
      .map(readAwsRequest)
      .filter(each => each.operation === operation)
      .map(({ input }) => input.idempotencyToken);
  /** The call is done, and its answer lost, as when a process is killed in between. */
  const lose = (operation: string, reply: StubReply = 'cut') => {
    aws.instead = (asked, input) => {
      if (asked !== operation) {
        return undefined;
      }
      aws.answer(asked, input);
      return reply;
    };
  };

  beforeAll(async () => {
    aws = await CodeBuildStub.start();
  });
  beforeEach(() => {
    aws.reset();
    aws.projects.set('cart', 3);
    events.length = 0;
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => aws.close());

  it('starts a build once for a key, in every replica, and shows it at once', async () => {
    const [one, other] = [await start(), await start()];
    const answers = await Promise.all([
      send(one, { sourceVersion: 'main' }),
      send(one, { sourceVersion: 'main' }),
      send(other, { sourceVersion: 'main' }),
    ]);
    answers.push(await send(other, { sourceVersion: 'main' }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id))).toEqual(
      new Set([buildId('cart', 4)]),
    );
    expect(aws.started.size).toBe(1);
    expect((await list(one)).items[0].number).toBe(4);
    expect(new Set(tokens('StartBuild')).size).toBe(1);

    const next = await send(one, { idempotencyKey: 'another-key' });
    expect(next.body.number).toBe(5);
  });

  it('notes who did what, and nothing more', async () => {
    await send(await start(), { sourceVersion: 'v1' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      eventId: 'build-start',
      outcome: 'success',
    });
    expect(events[0].text).toContain('"severityLevel":"medium"');
    expect(events[0].text).toContain(buildId('cart', 4));
    expect(events[0].text).not.toContain(key);
  });

  it('finds the build that a killed process started', async () => {
    const killed = await start();
    lose('StartBuild');
    const lost = await send(killed);
    expect(lost.status).toBe(503);
    expect(lost.body.error.message).toContain('not known');
    expect(events[0].outcome).toContain('ServiceUnavailableError');

    aws.instead = () => undefined;
    const again = await send(await start());
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(buildId('cart', 4));
    expect(aws.started.size).toBe(1);
    const [first, second] = tokens('StartBuild');
    expect(first).toBe(second);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not guess when the token is too old', async () => {
    const server = await start();
    lose('StartBuild');
    await send(server);
    aws.instead = () => undefined;
    await knex('build_requests').update({
      asked_at: new Date(Date.now() - 5 * 60_000).toISOString(),
    });
    const late = await send(server);
    expect(late.status).toBe(503);
    expect(late.body.error.message).toContain('not known');
    expect(aws.count('StartBuild')).toBe(1);
  });

  it.each<[string, StubReply, number, string]>([
    ['a refusal', awsError('InvalidInputException'), 409, 'refuses'],
    ['a missing permission', awsError('AccessDeniedException'), 409, 'let'],
    ['a deleted project', awsError('ResourceNotFoundException'), 409, 'know'],
    ['bad credentials', awsError('ExpiredTokenException'), 503, 'Nothing was'],
    ['a throttle', awsError('ThrottlingException'), 503, 'Nothing was'],
  ])(
    'says what %s means, and may be asked again',
    async (_, reply, status, text) => {
      const server = await start();
      aws.instead = operation =>
        operation === 'StartBuild' ? reply : undefined;
      const refused = await send(server);
      expect(refused.status).toBe(status);
      expect(refused.body.error.message).toContain(text);
      expect(refused.body.error.message).not.toContain('of the stub');
      expect(await knex('build_requests')).toEqual([]);

      aws.instead = () => undefined;
      expect((await send(server)).status).toBe(201);
    },
  );

  it('refuses a key that was used for something else', async () => {
    const server = await start();
    await send(server, { sourceVersion: 'main' });
    const other = await send(server, { sourceVersion: 'other' });
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain("'idempotencyKey'");
    expect(aws.count('StartBuild')).toBe(1);
  });

  it.each([
    ['sourceVersion', '../main'],
    ['sourceVersion', 'a..b'],
    ['sourceVersion', '-x'],
    ['sourceVersion', 'main^{tree}'],
    ['sourceVersion', 'a b'],
    ['sourceVersion', 'x.lock'],
    ['sourceVersion', 'x'.repeat(300)],
    ['sourceVersion', 'a\nb'],
    ['idempotencyKey', 'short'],
    ['idempotencyKey', undefined],
    ['projectKey', 'codebuild-0'],
    ['environmentVariablesOverride', []],
    ['buildspecOverride', 'phases: {}'],
  ])('refuses %s %j before anything happens', async (field, value) => {
    const server = await start();
    const response = await send(server, { [field]: value });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
    expect(aws.count('StartBuild')).toBe(0);
    expect(await knex('build_requests')).toEqual([]);
  });

  it('runs a build once more, once', async () => {
    const server = await start();
    const retry = () =>
      request(server)
        .post(`${path(2)}/retry`)
        .send({ idempotencyKey: key });
    lose('RetryBuild');
    expect((await retry()).status).toBe(503);
    aws.instead = () => undefined;
    const answers = [await retry(), await retry()];
    expect(answers.map(({ body }) => body.number)).toEqual([4, 4]);
    expect(aws.started.size).toBe(1);
    expect(aws.count('RetryBuild')).toBe(2);
  });

  it('stops what runs, and leaves alone what is over', async () => {
    aws.extra = id =>
      id === buildId('cart', 3)
        ? { buildStatus: 'IN_PROGRESS', buildComplete: false }
        : {};
    const server = await start();
    const refused = await request(server)
      .post(`${path(3)}/retry`)
      .send({ idempotencyKey: key });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('still runs');

    const stopped = await request(server)
      .post(`${path(3)}/stop`)
      .send({});
    expect(stopped.status).toBe(200);
    aws.extra = id =>
      id === buildId('cart', 3) ? { buildStatus: 'STOPPED' } : {};
    expect((await list(server)).items[0].status).toBe('stopped');

    const over = await request(server)
      .post(`${path(2)}/stop`)
      .send({});
    expect(over.body).toMatchObject({ number: 2, status: 'succeeded' });
    expect(aws.count('StopBuild')).toBe(1);
  });

  it('starts nothing that only a pipeline starts', async () => {
    aws.instead = (operation, { names }) =>
      operation === 'BatchGetProjects'
        ? awsAnswer({
            projects: names.map((name: string) => ({
              name,
              source: { type: 'CODEPIPELINE' },
            })),
          })
        : undefined;
    const response = await send(await start());
    expect(response.status).toBe(409);
    expect(aws.count('StartBuild')).toBe(0);
    expect(await knex('build_requests')).toEqual([]);
  });
});
