import request from 'supertest';
import {
  applicationYaml,
  rootFiles,
  serviceFiles,
  TestArgocd,
} from './__testUtils__/openArgocd';
import { settleArgocd } from './settleArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

describe('what the portal may ask of Argo CD', () => {
  let test: TestArgocd;

  beforeAll(async () => {
    test = await new TestArgocd().open();
    test.pushImage('tea', 'v1');
    await test.commit({
      ...rootFiles,
      ...serviceFiles('tea'),
      'apps/root/manual.yaml': applicationYaml('manual', 'plain', {
        automated: undefined,
      }),
      'plain/a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
    });
    await settleArgocd({ world: test.world });
    test.start();
  });

  afterAll(() => test.close());

  it('is to try a sync out without doing it', async () => {
    const { body } = await test.send(
      'post',
      '/api/v1/applications/manual/sync',
      { dryRun: true },
    );
    expect(body.operation.sync.dryRun).toBe(true);
    await test.until(() => test.application('manual').operation === undefined);
    const { operationState, history } = test.application('manual').status!;
    expect(operationState?.syncResult?.resources).toMatchObject([
      { name: 'a', message: 'created (dry run)' },
    ]);
    expect(history).toBeUndefined();
    expect(test.object('ConfigMap', 'a', 'manual')).toBeUndefined();
  });

  it.each([
    ['post', '/api/v1/applications'],
    ['put', '/api/v1/applications/tea-dev'],
    ['patch', '/api/v1/applications/tea-dev'],
    ['delete', '/api/v1/applications/tea-dev'],
  ] as const)('does not let the portal %s %s', async (method, path) => {
    expect((await test.send(method, path, {})).status).toBe(403);
    expect(
      test.application('tea-dev').metadata.deletionTimestamp,
    ).toBeUndefined();
  });

  it('does not go back, nor to another branch, while an application follows Git', async () => {
    const back = await test.send(
      'post',
      '/api/v1/applications/tea-dev/rollback',
      { id: 0, project: 'default' },
    );
    expect([back.status, back.body.code, back.body.message]).toEqual([
      400,
      9,
      'rollback cannot be initiated when auto-sync is enabled',
    ]);
    const other = await test.send('post', '/api/v1/applications/tea-dev/sync', {
      revision: 'elsewhere',
    });
    expect([other.status, other.body.code]).toEqual([400, 9]);
  });

  it('syncs for a person, once at a time, and can be stopped', async () => {
    const path = '/api/v1/applications/manual';
    const started = await test.send('post', `${path}/sync`, {
      project: 'default',
    });
    expect(started.body.operation).toMatchObject({
      initiatedBy: { username: 'portal' },
    });
    const again = await test.send('post', `${path}/sync`, {});
    expect([again.status, again.body.message]).toEqual([
      400,
      'another operation is already in progress',
    ]);
    await test.until(() => test.isAtRest('manual'));
    expect(test.application('manual').status?.history).toMatchObject([
      { id: 0, initiatedBy: { username: 'portal' } },
    ]);

    const none = await test.send('delete', `${path}/operation`);
    expect([none.status, none.body.code]).toEqual([400, 3]);
    test.world.clock.setPace(1);
    await test.send('post', `${path}/sync`, {});
    await test.until(
      () =>
        test.application('manual').status?.operationState?.phase === 'Running',
    );
    expect((await test.send('delete', `${path}/operation`)).status).toBe(200);
    await test.until(() => test.application('manual').operation === undefined);
    expect(test.application('manual').status?.operationState).toMatchObject({
      phase: 'Failed',
      message: 'Operation terminated',
    });
    test.world.clock.setPace(50);
  });

  it('goes back to an earlier deployment of an application that nobody syncs', async () => {
    await test.commit({
      'plain/b.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n',
    });
    await test.send('post', '/api/v1/applications/manual/sync', {});
    await test.until(
      () =>
        test.object('ConfigMap', 'b', 'manual') !== undefined &&
        test.application('manual').operation === undefined,
    );
    const missing = await test.send(
      'post',
      '/api/v1/applications/manual/rollback',
      { id: 99 },
    );
    expect([missing.status, missing.body.code]).toEqual([400, 3]);
    await test.send('post', '/api/v1/applications/manual/rollback', {
      id: 0,
      prune: true,
    });
    await test.until(
      () =>
        test.object('ConfigMap', 'b', 'manual') === undefined &&
        test.application('manual').operation === undefined,
    );
    const history = test.application('manual').status!.history!;
    expect(history.at(-1)?.revision).toBe(history[0].revision);
  });

  it('has a page for each application that does not trust what it shows', async () => {
    const application = test.application('manual');
    test.cluster.update({
      ...application,
      status: {
        ...application.status,
        conditions: [
          { type: 'ComparisonError', message: '<script>alert(1)</script>' },
        ],
      },
    });
    const page = await request(test.simulators[1].app).get(
      '/applications/argocd/manual',
    );
    expect(page.type).toBe('text/html');
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toContain('<script>');
    expect(
      (await request(test.simulators[1].app).get('/applications')).text,
    ).toContain('/applications/argocd/tea-dev');
    expect(
      (await request(test.simulators[1].app).get('/applications/argocd/coffee'))
        .status,
    ).toBe(404);
  });
});
