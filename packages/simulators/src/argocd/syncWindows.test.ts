import {
  rootFiles,
  serviceFiles,
  TestArgocd,
} from './__testUtils__/openArgocd';
import { settleArgocd } from './settleArgocd';

jest.setTimeout(60_000);

describe('what one application can be asked', () => {
  let test: TestArgocd;

  beforeEach(async () => {
    test = await new TestArgocd().open();
    test.pushImage('tea', 'v1');
    await test.commit({ ...rootFiles, ...serviceFiles('tea') });
    await settleArgocd({ world: test.world });
    test.start();
  });
  afterEach(() => test.close());

  const window = (syncWindows: object[]) => {
    const project = test.cluster.get({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      namespace: 'argocd',
      name: 'default',
    })!;
    test.cluster.update({
      ...project,
      spec: { ...project.spec, syncWindows },
    });
  };
  const always = { schedule: '* * * * *', duration: '1h' };
  const sync = () =>
    test.send('post', '/api/v1/applications/tea-dev/sync', {
      project: 'default',
    });

  it('refuses a sync in a window that denies it', async () => {
    window([{ ...always, kind: 'deny', applications: ['tea-*'] }]);
    const { status, body } = await sync();
    expect(status).toBe(403);
    expect(body.message).toBe('cannot sync: blocked by sync window');
    const { body: windows } = await test.get(
      '/api/v1/applications/tea-dev/syncwindows?project=default',
    );
    expect(windows).toMatchObject({ canSync: false });

    window([{ ...always, kind: 'deny', applications: ['milk-*'] }]);
    expect((await sync()).status).toBe(200);
  });

  it('lets people sync where the window says so', async () => {
    window([
      { ...always, kind: 'deny', namespaces: ['tea-dev'], manualSync: true },
    ]);
    expect((await sync()).status).toBe(200);
  });

  it('refuses by name a schedule that it does not carry out', async () => {
    window([{ kind: 'deny', schedule: '0 8 * * *', applications: ['*'] }]);
    expect((await sync()).status).toBe(501);
  });

  it('shows the live object of a resource of the application', async () => {
    const of = (query: string) =>
      test.get(
        `/api/v1/applications/tea-dev/resource?project=default&${query}`,
      );
    const { body } = await of(
      'group=apps&version=v1&kind=Deployment&namespace=tea-dev&resourceName=tea',
    );
    expect(JSON.parse(body.manifest)).toMatchObject({
      kind: 'Deployment',
      metadata: { name: 'tea' },
    });
    const other = await of(
      'version=v1&kind=Node&resourceName=node-1&namespace=',
    );
    expect(other.status).toBe(400);
  });
});
