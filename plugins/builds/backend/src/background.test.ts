import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { runInBackground } from '@shopstack/plugin-kit-node';
import request from 'supertest';
import { ACCOUNT, buildId, CodeBuildStub } from './__testUtils__/CodeBuildStub';
import { built, buildsOf, startBuilds } from './__testUtils__/startBuilds';

const PROJECTS = Array.from({ length: 45 }, (_, index) => `project-${index}`);

/** Waits for a condition that something in the background brings about. */
async function until(condition: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    expect(Date.now()).toBeLessThan(deadline);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('the background of the builds backend', () => {
  let aws: CodeBuildStub;
  const allowed = mockServices.permissions.factory({
    result: AuthorizeResult.ALLOW,
  });

  beforeAll(async () => {
    aws = await CodeBuildStub.start();
  });
  beforeEach(() => {
    aws.reset();
    aws.projects.set('cart', 3);
  });
  afterAll(() => aws.close());

  const list = async (server: Awaited<ReturnType<typeof startBuilds>>) =>
    (await request(server).get(buildsOf('cart'))).body;

  it('follows a running build for an open page, and leaves a list alone where nothing runs', async () => {
    aws.extra = id =>
      id === buildId('cart', 3)
        ? { buildStatus: 'IN_PROGRESS', buildComplete: false }
        : {};
    const server = await startBuilds({
      aws: aws.url,
      entities: [built('cart', 'cart')],
      features: [allowed],
      config: { observe: { watchSeconds: 120 } },
    });
    expect((await list(server)).items[0].status).toBe('in-progress');
    aws.extra = () => ({});
    aws.http.requests.length = 0;
    await until(() => aws.count('BatchGetBuilds') > 0);
    await until(
      async () => (await list(server)).items[0].status === 'succeeded',
    );
    // Once for the change, for whoever looks; then nothing is due for fifteen seconds.
    expect(aws.count('ListBuildsForProject')).toBe(1);
  });

  it('reads a project anew when an event tells of it', async () => {
    let events: EventsService | undefined;
    const server = await startBuilds({
      aws: aws.url,
      entities: [built('cart', 'cart')],
      features: [
        allowed,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => {
            events = mockServices.events();
            return events;
          },
        }),
      ],
    });
    expect((await list(server)).items).toHaveLength(3);
    aws.projects.set('cart', 4);
    expect((await list(server)).items).toHaveLength(3);

    const publish = (account: string) =>
      events!.publish({
        topic: 'aws-codebuild',
        eventPayload: {
          source: 'aws.codebuild',
          'detail-type': 'CodeBuild Build State Change',
          account,
          region: 'us-east-1',
          resources: [`arn:aws:codebuild:us-east-1:${account}:build/cart:1`],
          detail: { 'project-name': 'cart', 'build-status': 'IN_PROGRESS' },
        },
      });
    await publish('210987654321');
    await events!.publish({ topic: 'aws-codebuild', eventPayload: 'odd' });
    expect((await list(server)).items).toHaveLength(3);
    await publish(ACCOUNT);
    await until(async () => (await list(server)).items.length === 4);
  });

  it('collects all projects of the catalog with a list each and shared calls for their builds', async () => {
    PROJECTS.forEach(project => aws.projects.set(project, 100));
    const scheduler = mockServices.scheduler.mock();
    const tasks = new Map<string, (signal: AbortSignal) => unknown>();
    scheduler.scheduleTask.mockImplementation(async ({ id, fn }) => {
      tasks.set(id, fn as (signal: AbortSignal) => unknown);
    });
    const server = await startBuilds({
      aws: aws.url,
      entities: [
        built('cart', 'cart', 'project-0'),
        ...PROJECTS.map(project => built(project, project)),
      ],
      features: [allowed, scheduler.factory],
      config: {
        builds: {
          codebuild: { endpoint: aws.url, ratePerSecond: 1_000, burst: 1_000 },
        },
      },
    });
    const pass = tasks.get('collect-builds')!;
    await runInBackground(async () => pass(new AbortController().signal));
    expect(aws.count('ListBuildsForProject')).toBe(46);
    // Of 46 projects at least five builds each: three groups of twenty.
    expect(aws.count('BatchGetBuilds')).toBe(3);

    aws.http.requests.length = 0;
    await runInBackground(async () => pass(new AbortController().signal));
    expect(aws.http.requests).toHaveLength(0);
    expect((await list(server)).items.length).toBeGreaterThan(0);
    expect(aws.count('ListBuildsForProject')).toBe(0);
  });

  it('offers agents what it reads, with the permissions of who asks', async () => {
    aws.log = ['one\n', 'two\n', '\u001b[31mthree\u001b[0m\n'];
    const start = async (
      result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
    ) => {
      const registry = actionsRegistryServiceMock();
      await startBuilds({
        aws: aws.url,
        entities: [built('cart', 'cart')],
        features: [
          mockServices.permissions.factory({ result }),
          createServiceFactory({
            service: actionsRegistryServiceRef,
            deps: {},
            factory: () => registry,
          }),
        ],
      });
      return registry;
    };
    const registry = await start(AuthorizeResult.ALLOW);
    const credentials = mockCredentials.user();
    const entityRef = 'component:default/cart';
    const build = {
      entityRef,
      executor: 'aws-codebuild',
      id: buildId('cart', 3),
    };
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly]),
    ).toEqual([
      ['list-builds', true],
      ['get-build', true],
      ['read-build-log-tail', true],
    ]);
    const invoke = (name: string, input: object, from = registry) =>
      from.invoke({
        id: actions.find(action => action.name === name)!.id,
        input: input as Record<string, string>,
        credentials,
      });
    const listed = await invoke('list-builds', { entityRef });
    expect(listed.output).toMatchObject({ page: { total: 3 } });
    const read = await invoke('get-build', build);
    expect(read.output).toMatchObject({
      details: { items: [{ build: { number: 3 } }] },
    });
    const tail = await invoke('read-build-log-tail', { ...build, lines: 2 });
    expect(tail.output).toMatchObject({
      log: { items: [{ text: 'two' }, { text: '\u001b[31mthree\u001b[0m' }] },
    });

    aws.http.requests.length = 0;
    const denied = await start(AuthorizeResult.DENY);
    await expect(
      invoke('list-builds', { entityRef }, denied),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(aws.http.requests).toHaveLength(0);
  });
});
