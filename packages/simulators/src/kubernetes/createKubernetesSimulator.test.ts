import request from 'supertest';
import { TestCluster, workload } from './__testUtils__/openCluster';

describe('the API server', () => {
  let test: TestCluster;

  beforeAll(async () => {
    test = new TestCluster();
    for (const [name, team] of [
      ['tea', 'a'],
      ['milk', 'a'],
      ['sugar', 'b'],
    ]) {
      test.create(
        workload('Deployment', {
          name,
          labels: { 'shopstack.dev/service': name, team },
        }),
      );
    }
    test.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'keys', namespace: 'shop' },
      data: { password: 'c2VjcmV0' },
    });
    await test.until(
      () =>
        test.pods().length === 3 &&
        test.pods().every(({ status }) => status.containerStatuses?.[0].ready),
    );
  });

  afterAll(() => test.close());

  const names = (body: any) =>
    body.items.map(({ metadata }: any) => metadata.name);

  it.each([undefined, 'Bearer wrong', 'Basic eDp5'])(
    'refuses the credentials %j',
    async authorization => {
      const asked = request(test.simulator.app).get('/api/v1/pods');
      const answer = await (authorization
        ? asked.set('Authorization', authorization)
        : asked);
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({
        kind: 'Status',
        status: 'Failure',
        reason: 'Unauthorized',
        code: 401,
      });
    },
  );

  it.each([
    '/api/v1/pods',
    '/api/v1/services',
    '/api/v1/configmaps',
    '/api/v1/limitranges',
    '/api/v1/resourcequotas',
    '/apis/apps/v1/deployments',
    '/apis/apps/v1/replicasets',
    '/apis/apps/v1/statefulsets',
    '/apis/apps/v1/daemonsets',
    '/apis/autoscaling/v2/horizontalpodautoscalers',
    '/apis/batch/v1/jobs',
    '/apis/batch/v1/cronjobs',
    '/apis/networking.k8s.io/v1/ingresses',
    '/apis/networking.k8s.io/v1/networkpolicies',
    '/apis/policy/v1/poddisruptionbudgets',
    '/api/v1/namespaces',
    '/api/v1/nodes',
    '/api/v1/events',
    '/api/v1/secrets',
    '/api/v1/serviceaccounts',
    '/apis/argoproj.io/v1alpha1/applications',
    '/apis/argoproj.io/v1alpha1/appprojects',
    '/apis/monitoring.coreos.com/v1/prometheusrules',
    '/apis/monitoring.coreos.com/v1/servicemonitors',
    '/apis/metrics.k8s.io/v1beta1/pods',
  ])('lists %s', async path => {
    const { status, body } = await test.get(path);
    expect(status).toBe(200);
    expect(body.kind).toMatch(/List$/);
    expect(body.items).toBeInstanceOf(Array);
  });

  it.each([
    '/api/v1/unicorns',
    '/apis/apps/v1/unicorns',
    '/apis/example.org/v1/things',
    '/apis/apps/v2/deployments',
    '/api/v2/pods',
    '/apis/argoproj.io/v1alpha1/rollouts',
    '/nothing',
    '/api/v1/namespaces/shop/nodes',
  ])('does not know %s', async path => {
    const { status, body } = await test.get(path);
    expect(status).toBe(404);
    expect(body).toMatchObject({
      kind: 'Status',
      reason: 'NotFound',
      code: 404,
    });
  });

  it('selects by labels and by fields', async () => {
    const deployments = '/apis/apps/v1/deployments';
    const by = async (query: object) =>
      names((await test.get(deployments).query(query)).body);
    expect(await by({ labelSelector: 'shopstack.dev/service=tea' })).toEqual([
      'tea',
    ]);
    expect(await by({ labelSelector: 'team in (a),app!=tea' })).toEqual([
      'milk',
    ]);
    expect(
      await by({
        fieldSelector: 'metadata.name=sugar,metadata.namespace=shop',
      }),
    ).toEqual(['sugar']);
    expect(await by({ fieldSelector: 'metadata.namespace!=shop' })).toEqual([]);
    expect(
      (await test.get(deployments).query({ labelSelector: 'a b' })).status,
    ).toBe(400);
    expect(
      (await test.get(deployments).query({ fieldSelector: 'spec.replicas=1' }))
        .status,
    ).toBe(400);
  });

  it('lists page by page', async () => {
    const path = '/api/v1/namespaces/shop/pods';
    const first = (await test.get(path).query({ limit: 2 })).body;
    expect(first.items).toHaveLength(2);
    expect(first.metadata.remainingItemCount).toBe(1);
    const second = (
      await test
        .get(path)
        .query({ limit: 2, continue: first.metadata.continue })
    ).body;
    expect(second.metadata.continue).toBeUndefined();
    expect([...names(first), ...names(second)]).toEqual(
      test.pods().map(({ metadata }) => metadata.name),
    );
    expect((await test.get(path).query({ continue: '%%' })).status).toBe(400);
  });

  it('is paged against the will of the client in that weather', async () => {
    test.world.weather.set('kubernetes', { kind: 'paged' });
    const { body } = await test.get('/api/v1/pods');
    test.world.weather.set('kubernetes', { kind: 'clear' });
    expect(body.items).toHaveLength(2);
    expect(body.metadata.continue).toBeDefined();
  });

  it('gets one object, or says which one there is not', async () => {
    const found = await test.get(
      '/apis/apps/v1/namespaces/shop/deployments/tea',
    );
    expect(found.body).toMatchObject({
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: { name: 'tea' },
    });
    expect((await test.get('/api/v1/namespaces/shop')).body.status.phase).toBe(
      'Active',
    );
    const missing = await test.get(
      '/apis/apps/v1/namespaces/shop/deployments/coffee',
    );
    expect(missing.status).toBe(404);
    expect(missing.body.message).toBe('deployments.apps "coffee" not found');
  });

  it('never shows what a secret holds', async () => {
    const list = await test.get('/api/v1/secrets');
    const one = await test.get('/api/v1/namespaces/shop/secrets/keys');
    expect(names(list.body)).toEqual(['keys']);
    expect(JSON.stringify([list.body, one.body])).not.toContain('c2VjcmV0');
  });

  it.each(['post', 'put', 'patch', 'delete'] as const)(
    'forbids to %s',
    async method => {
      const answer = await request(test.simulator.app)
        [method]('/api/v1/namespaces/shop/pods/x')
        .set('Authorization', 'Bearer shopstack-cluster-token');
      expect(answer.status).toBe(403);
      expect(answer.body.reason).toBe('Forbidden');
    },
  );

  it('discovers its kinds, and those of definitions that are added', async () => {
    const groups = (await test.get('/apis')).body.groups.map(
      ({ name }: any) => name,
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        'apps',
        'batch',
        'argoproj.io',
        'metrics.k8s.io',
      ]),
    );
    expect((await test.get('/version')).body.major).toBe('1');
    const core = (await test.get('/api/v1')).body.resources.map(
      ({ name }: any) => name,
    );
    expect(core).toEqual(
      expect.arrayContaining(['pods', 'pods/log', 'secrets']),
    );

    test.create({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'rollouts.argoproj.io' },
      spec: {
        group: 'argoproj.io',
        scope: 'Namespaced',
        names: { plural: 'rollouts', kind: 'Rollout' },
        versions: [{ name: 'v1alpha1', served: true, storage: true }],
      },
    });
    expect(
      (await test.get('/apis/argoproj.io/v1alpha1/rollouts')).body,
    ).toMatchObject({ kind: 'RolloutList', items: [] });
  });

  it('measures pods, the same for everybody who asks in a minute', async () => {
    const path = '/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods';
    const { body } = await test.get(path);
    expect(names(body)).toEqual(
      test.pods().map(({ metadata }) => metadata.name),
    );
    for (const { containers } of body.items) {
      const [, nanocores] = /^(\d+)n$/.exec(containers[0].usage.cpu)!;
      expect(Number(nanocores)).toBeLessThan(200_000_000);
      expect(Number(nanocores)).toBeGreaterThan(0);
    }
    const [pod] = body.items;
    const one = await test.get(`${path}/${pod.metadata.name}`);
    expect(one.body.containers.map(({ name }: any) => name)).toEqual(
      pod.containers.map(({ name }: any) => name),
    );
    expect((await test.get(`${path}/nobody`)).status).toBe(404);
  });

  it('answers the log of a container, which does not change afterwards', async () => {
    const now = test.world.clock.now().getTime();
    test.world.clock.setNow(new Date(now + 3600_000));
    const path = `/api/v1/namespaces/shop/pods/${test.pods()[0].metadata.name}/log`;
    const whole = (await test.get(path)).text.trim().split('\n');
    expect(JSON.parse(whole[0])).toMatchObject({
      level: 'info',
      msg: 'listening',
    });
    expect(whole.length).toBeGreaterThan(300);
    const tail = (await test.get(path).query({ tailLines: 3 })).text
      .trim()
      .split('\n');
    expect(whole).toEqual(expect.arrayContaining(tail.slice(0, 2)));
    expect(tail).toHaveLength(3);
    const recent = (
      await test.get(path).query({ sinceSeconds: 60, timestamps: true })
    ).text
      .trim()
      .split('\n');
    expect(recent.length).toBeLessThan(30);
    expect(recent[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z \{/);
    expect((await test.get(path).query({ container: 'nobody' })).status).toBe(
      400,
    );
    test.world.clock.setNow(new Date(now));
  });
});
