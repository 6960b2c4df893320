import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { goldenPathsServiceRef } from '@shopstack/plugin-golden-path-node';
import request from 'supertest';
import goldenPathPlugin from '.';

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'other' },
});

describe('golden-path backend', () => {
  const planning = { plan: jest.fn(), findNameConflicts: jest.fn() };
  let stop: (() => Promise<void>) | undefined;

  beforeEach(() => jest.resetAllMocks());
  afterEach(() => stop?.());

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const backend = await startTestBackend({
      features: [
        goldenPathPlugin,
        catalogServiceMock.factory({ entities: [component('Order')] }),
        mockServices.permissions.mock({
          authorize: async () => [{ result }],
        }).factory,
        createServiceFactory({
          service: goldenPathsServiceRef,
          deps: {},
          factory: () => ({ planning, proposals: { propose: jest.fn() } }),
        }),
      ],
    });
    stop = () => backend.stop();
    return request(backend.server);
  }

  it('answers the plan, which it does not look into', async () => {
    planning.plan.mockResolvedValue({ hash: 'abc' });
    const server = await start();
    const body = { template: 'create-service', values: { name: 'refunds' } };

    await server
      .post('/api/golden-path/v1/plans')
      .send(body)
      .expect(200, { hash: 'abc' });
    expect(planning.plan).toHaveBeenCalledWith(body, expect.anything());
  });

  it.each([
    ['no template', { values: {} }, 'template'],
    ['no values', { template: 'create-service' }, 'values'],
    ['values that are no mapping', { template: 'x', values: [] }, 'values'],
  ])('refuses a request with %s', async (_, body, field) => {
    const server = await start();
    const { body: answer } = await server
      .post('/api/golden-path/v1/plans')
      .send(body)
      .expect(400);
    expect(answer.error.message).toContain(field);
    expect(planning.plan).not.toHaveBeenCalled();
  });

  it('says what is taken, and what cannot be asked', async () => {
    const server = await start();
    const post = () =>
      server
        .post('/api/golden-path/v1/plans')
        .send({ template: 'create-service', values: {} });

    planning.plan.mockRejectedValueOnce(new ConflictError('name: taken'));
    expect((await post().expect(409)).body.error.message).toBe('name: taken');
    planning.plan.mockRejectedValueOnce(new ServiceUnavailableError('down'));
    await post().expect(503);
  });

  it('answers that a name is free when nobody has it', async () => {
    planning.findNameConflicts.mockResolvedValue([]);
    const server = await start();
    const { status, body } = await server.get(
      '/api/golden-path/v1/names/refunds',
    );
    expect(status).toBe(200);
    expect(body).toEqual({ name: 'refunds', available: true, takenBy: [] });
  });

  it('finds a name in the catalog and in the repositories', async () => {
    const inInfra = { where: 'infra-terraform', what: 'the module order_ecr' };
    planning.findNameConflicts.mockResolvedValue([inInfra]);
    const server = await start();
    const { body } = await server
      .get('/api/golden-path/v1/names/order')
      .expect(200);
    expect(body).toEqual({
      name: 'order',
      available: false,
      takenBy: [{ where: 'catalog', what: 'component:other/Order' }, inInfra],
    });
  });

  it('says why a name is none, without asking anybody', async () => {
    const server = await start();
    const { body } = await server
      .get(`/api/golden-path/v1/names/${encodeURIComponent('../Order')}`)
      .expect(200);
    expect(body).toMatchObject({
      name: '../Order',
      available: false,
      problem: expect.stringContaining('DNS-1123'),
    });
    expect(planning.findNameConflicts).not.toHaveBeenCalled();
  });

  it('never takes an outage for a free name', async () => {
    planning.findNameConflicts.mockRejectedValue(
      new ServiceUnavailableError('shopstack/apps-sre: GitHub fails (500)'),
    );
    const server = await start();
    const { body } = await server
      .get('/api/golden-path/v1/names/refunds')
      .expect(503);
    expect(body.error.message).toContain('GitHub fails');
    expect(body.available).toBeUndefined();
  });

  it('asks the policy before anything else', async () => {
    const server = await start(AuthorizeResult.DENY);
    await server.get('/api/golden-path/v1/names/refunds').expect(403);
    await server
      .post('/api/golden-path/v1/plans')
      .send({ template: 'create-service', values: {} })
      .expect(403);
    expect(planning.plan).not.toHaveBeenCalled();
    expect(planning.findNameConflicts).not.toHaveBeenCalled();
  });

  it('lets nobody in without credentials', async () => {
    const server = await start();
    const { status } = await server
      .get('/api/golden-path/v1/names/refunds')
      .set('authorization', 'Bearer nonsense');
    expect(status).toBe(401);
  });
});
