import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { serving } from './__testUtils__/argocdStub';
import {
  applicationsOf,
  component,
  selecting,
  startArgocd,
} from './__testUtils__/startArgocd';
import { until } from './__testUtils__/until';

describe('argocd backend', () => {
  let main: HttpStub;
  let edge: HttpStub;
  const calls = () => main.requests.length + edge.requests.length;
  const metadataCalls = () =>
    [...main.requests, ...edge.requests].filter(({ path }) =>
      path.includes('/metadata'),
    );

  const start = (options: Partial<Parameters<typeof startArgocd>[0]> = {}) =>
    startArgocd({
      instances: [
        { name: 'main', url: main.url, token: 'main-token' },
        { name: 'edge', url: edge.url, token: 'edge-token' },
      ],
      entities: [
        component('cart', selecting('cart')),
        component('named', { 'argocd/app-name': 'cart-dev,cart-prod' }),
        component('elsewhere', {
          ...selecting('cart'),
          'argocd/instance-name': 'edge,moon',
        }),
        component('bare'),
        component('odd', { 'argocd/app-name': '../../session' }),
        component('broken', { 'argocd/app-selector': 'a in b' }),
      ],
      ...options,
    });

  beforeAll(async () => {
    [main, edge] = await Promise.all([HttpStub.start(), HttpStub.start()]);
  });
  beforeEach(() => {
    main.reset();
    edge.reset();
    main.reply = serving('cart-dev', 'cart-staging');
    edge.reply = serving('cart-prod');
  });
  afterAll(() => Promise.all([main.close(), edge.close()]));

  it('lists the applications of all instances, with one call to each, and none when it is asked again', async () => {
    const server = await start();

    const { status, body } = await request(server).get(applicationsOf('cart'));

    expect(status).toBe(200);
    expect(
      body.items.map((item: { instance: string; environment: string }) => [
        item.instance,
        item.environment,
      ]),
    ).toEqual([
      ['main', 'dev'],
      ['edge', 'prod'],
      ['main', 'staging'],
    ]);
    expect(body.items[0]).toMatchObject({ rollouts: [], automated: false });
    expect(body.items[0]).not.toHaveProperty('runningImages');
    expect(body.sources).toEqual([
      expect.objectContaining({
        instance: 'main',
        state: 'ok',
        topic: expect.any(String),
      }),
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
    ]);
    await until(() => metadataCalls().length > 0);
    const asked = calls();
    expect(asked - metadataCalls().length).toBe(2);
    await request(server).get(applicationsOf('cart'));
    expect(calls()).toBe(asked);
  });

  it('tells who wrote what as soon as that is known, and asks for no revision twice', async () => {
    const server = await start();
    await request(server).get(applicationsOf('cart'));

    const history = await until(async () => {
      const { body } = await request(server).get(applicationsOf('cart'));
      return body.items[0].history[0].author && body.items[0].history;
    });

    expect(history).toEqual([
      expect.objectContaining({ id: 1, author: 'dev', message: 'bump' }),
      expect.not.objectContaining({ author: expect.anything() }),
    ]);
    // Three applications in two instances deployed the same commit of the same repository.
    expect(metadataCalls()).toHaveLength(1);
  });

  it('shows the others while one instance is out', async () => {
    main.reply = () => ({ status: 401, body: { message: 'main-token' } });

    const { status, body } = await request(await start()).get(
      applicationsOf('cart'),
    );

    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.sources).toEqual([
      expect.objectContaining({
        source: 'argo-cd',
        instance: 'main',
        state: 'unavailable',
        since: expect.any(String),
        reason: "Argo CD refuses the portal's credentials (401)",
      }),
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
    ]);
    expect(JSON.stringify(body)).not.toContain('main-token');
  });

  it('finds by name wherever it is', async () => {
    const { body } = await request(await start()).get(applicationsOf('named'));
    expect(
      body.items.map((item: { name: string; instance: string }) => [
        item.name,
        item.instance,
      ]),
    ).toEqual([
      ['cart-dev', 'main'],
      ['cart-prod', 'edge'],
    ]);
  });

  it('tells a missing project from a missing application', async () => {
    main.reply = () => ({ status: 403 });
    const { body } = await request(await start()).get(applicationsOf('named'));
    expect(body.sources[0]).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining("'argocd/project-name' would tell"),
    });
  });

  it('asks only the instances that the entity means, and names unknown ones', async () => {
    const { body } = await request(await start()).get(
      applicationsOf('elsewhere'),
    );
    expect(main.requests).toHaveLength(0);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
      {
        source: 'argo-cd',
        instance: 'moon',
        state: 'unavailable',
        reason: 'No such Argo CD instance is configured',
      },
    ]);
  });

  it('shows a history without authors when the metadata fails, and lets it rest', async () => {
    const fine = serving('cart-dev');
    main.reply = call =>
      call.path.includes('/metadata') ? { status: 500 } : fine(call);
    edge.reply = serving();
    const server = await start();
    await request(server).get(applicationsOf('cart'));
    const asked = () =>
      main.requests.filter(({ path }) => path.includes('/metadata'));
    await until(() => asked().length > 0);
    const { body } = await request(server).get(applicationsOf('cart'));
    expect(body.sources[0].state).toBe('ok');
    expect(body.items[0].history).toHaveLength(2);
    expect(body.items[0].history[0]).not.toHaveProperty('author');
    expect(asked()).toHaveLength(1);
  });

  it.each([
    ['bare', 400, "has no annotation 'argocd/app-selector'"],
    ['odd', 400, "The annotation 'argocd/app-name' is malformed"],
    ['broken', 400, "The annotation 'argocd/app-selector' is malformed"],
    ['nobody', 404, 'No entity'],
  ])('refuses %s with %s', async (name, status, message) => {
    const response = await request(await start()).get(applicationsOf(name));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(calls()).toBe(0);
  });

  it('asks nobody for who may not read', async () => {
    const denied = await request(
      await start({ result: AuthorizeResult.DENY }),
    ).get(applicationsOf('cart'));
    expect(denied.status).toBe(403);
    const anonymous = await request(await start())
      .get(applicationsOf('cart'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(calls()).toBe(0);
  });
});
