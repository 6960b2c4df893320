import request from 'supertest';
import {
  applicationYaml,
  overlayFile,
  rootFiles,
  serviceFiles,
  TestArgocd,
} from './__testUtils__/openArgocd';
import { settleArgocd } from './settleArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('the interface of Argo CD', () => {
  let test: TestArgocd;
  let release: string;

  beforeAll(async () => {
    test = await new TestArgocd().open();
    test.pushImage('tea', 'v1');
    test.pushImage('milk', 'v1');
    await test.commit({
      ...rootFiles,
      ...serviceFiles('tea'),
      ...serviceFiles('milk'),
      'apps/root/manual.yaml': applicationYaml('manual', 'plain', {
        automated: undefined,
      }),
      'plain/a.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: { name: keys }\nstringData: { password: open-sesame }\n',
    });
    release = await test.commit(overlayFile('tea', { replicas: 2 }), {
      message: [
        'chore: bump tea image to 0123456 in dev',
        '',
        'Released by the pipeline.',
        '',
        `Argocd-reference-commit-sha: ${sha}`,
        'Argocd-reference-commit-repourl: http://localhost:7101/shopstack/apps-sre',
        'Argocd-reference-commit-author: Platform <platform@shopstack.example>',
        'Argocd-reference-commit-subject: feat: brew faster',
        'Argocd-reference-commit-body: "two\\nlines"',
        'Argocd-reference-commit-date: 2026-01-02T03:04:05Z',
      ].join('\n'),
    });
    await settleArgocd({ world: test.world });
    test.start();
  });

  afterAll(() => test.close());

  it.each([
    [undefined, 'no session information'],
    [
      'Bearer wrong',
      'invalid session: token signature is invalid: signature is invalid',
    ],
  ])('refuses the credentials %j', async (authorization, message) => {
    for (const path of [
      '/api/v1/applications',
      '/api/v1/applications/tea-dev',
      '/api/v1/stream/applications',
      '/api/v1/clusters',
    ]) {
      const asked = request(test.simulators[1].app).get(path);
      const { status, body } = await (authorization
        ? asked.set('Authorization', authorization)
        : asked);
      expect(status).toBe(401);
      expect(body).toEqual({ error: message, code: 16, message });
    }
  });

  it('says its version to anybody, and who is asking', async () => {
    const { app } = test.simulators[1];
    expect((await request(app).get('/api/version')).body.Version).toMatch(
      /^v3\./,
    );
    expect((await request(app).get('/api/v1/session/userinfo')).body).toEqual(
      {},
    );
    expect((await test.get('/api/v1/session/userinfo')).body.loggedIn).toBe(
      true,
    );
    expect(
      (await request(app).get('/api/v1/settings')).body.trackingMethod,
    ).toBe('annotation');
    expect(
      (
        await request(app)
          .post('/api/v1/session')
          .send({ username: 'a', password: 'b' })
      ).status,
    ).toBe(401);
  });

  it('lists applications, without their kind', async () => {
    const { body } = await test.get('/api/v1/applications');
    expect(body.items.map(({ metadata }: any) => metadata.name)).toEqual([
      'apps-business',
      'manual',
      'milk-dev',
      'tea-dev',
    ]);
    expect(Number(body.metadata.resourceVersion)).toBeGreaterThan(0);
    expect(body.items[0].kind).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain('last-applied-configuration');
  });

  it.each([
    [{ selector: 'shopstack.dev/service=tea' }, ['tea-dev']],
    [
      { selector: 'shopstack.dev/service in (tea, milk),!other' },
      ['milk-dev', 'tea-dev'],
    ],
    [{ name: 'milk-dev' }, ['milk-dev']],
    [
      { projects: ['default', 'other'], selector: 'shopstack.dev/service' },
      ['milk-dev', 'tea-dev'],
    ],
    [
      {
        repo: 'http://localhost:7101/shopstack/cluster-gitops.git',
        selector: 'shopstack.dev/service=tea',
      },
      ['tea-dev'],
    ],
  ])('lists those that %j asks for', async (query, expected) => {
    const { body } = await test.get('/api/v1/applications').query(query);
    expect(body.items.map(({ metadata }: any) => metadata.name)).toEqual(
      expected,
    );
  });

  it.each([
    { project: 'other' },
    { selector: 'shopstack.dev/service=coffee' },
    { repo: 'http://elsewhere.example/x' },
    { appNamespace: 'elsewhere' },
  ])('answers null for no items at all, as to %j', async query => {
    expect(
      (await test.get('/api/v1/applications').query(query)).body.items,
    ).toBeNull();
  });

  it('refuses a selector it cannot read', async () => {
    const { status, body } = await test
      .get('/api/v1/applications')
      .query({ selector: 'a b' });
    expect([status, body.code]).toEqual([400, 3]);
  });

  it('lists only the fields that are asked for, as far as it has them for lists', async () => {
    const fields =
      'items.metadata.name,items.spec.source,items.status.sync.status,items.status.history,items.status.conditions';
    const { body } = await test
      .get('/api/v1/applications')
      .query({ fields, name: 'tea-dev' });
    expect(body.items).toEqual([
      {
        metadata: { name: 'tea-dev' },
        spec: {
          source: expect.objectContaining({ path: 'apps/tea/overlays/dev' }),
        },
        status: { sync: { status: 'Synced' } },
      },
    ]);
    const without = (
      await test.get('/api/v1/applications').query({
        fields: '-items.spec,items.status.resources',
        name: 'tea-dev',
      })
    ).body.items[0];
    expect(without.status.resources).toBeUndefined();
    expect(without.status.health.status).toBe('Healthy');
  });

  it('gets one, and hides from whoever names no project whether it exists', async () => {
    expect(
      (await test.get('/api/v1/applications/tea-dev')).body.metadata.name,
    ).toBe('tea-dev');
    const answers = await Promise.all([
      test.get('/api/v1/applications/coffee'),
      test.get('/api/v1/applications/coffee?project=default'),
      test.get('/api/v1/applications/tea-dev?project=other'),
    ]);
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [
        403,
        { error: 'permission denied', code: 7, message: 'permission denied' },
      ],
      [
        404,
        {
          error: 'applications.argoproj.io "coffee" not found',
          code: 5,
          message: 'applications.argoproj.io "coffee" not found',
        },
      ],
      [
        403,
        { error: 'permission denied', code: 7, message: 'permission denied' },
      ],
    ]);
  });

  it('looks into Git when it is asked to refresh', async () => {
    const commit = await test.commit({ 'README.md': 'New.' });
    const before = await test.get(
      '/api/v1/applications/milk-dev?project=default',
    );
    expect(before.body.status.sync.revision).not.toBe(commit);
    const after = await test.get(
      '/api/v1/applications/milk-dev?project=default&refresh=normal',
    );
    expect(after.body.status.sync.revision).toBe(commit);
  });

  it('tells what a revision is about, and of which other commit', async () => {
    const path = (revision: string) =>
      `/api/v1/applications/tea-dev/revisions/${revision}/metadata?project=default`;
    const { body } = await test.get(path(release));
    expect(body).toMatchObject({
      author: 'Platform <platform@shopstack.example>',
      message: expect.stringMatching(
        /^chore: bump tea image to 0123456 in dev\n\nReleased/,
      ),
      signatureInfo: '',
      references: [
        {
          commit: {
            sha,
            repoUrl: 'http://localhost:7101/shopstack/apps-sre',
            author: 'Platform <platform@shopstack.example>',
            subject: 'feat: brew faster',
            body: 'two\nlines',
            date: '2026-01-02T03:04:05Z',
          },
        },
      ],
    });
    expect((await test.get(path('main'))).status).toBe(500);
    expect((await test.get(path('main'))).body.message).toBe(
      'revision main must be resolved',
    );
    expect((await test.get(path(sha))).status).toBe(500);
  });

  it('shows the tree down to the pods', async () => {
    const { body } = await test.get(
      '/api/v1/applications/tea-dev/resource-tree?project=default',
    );
    const pods = body.nodes.filter(({ kind }: any) => kind === 'Pod');
    expect(pods).toHaveLength(2);
    expect(pods[0]).toMatchObject({
      namespace: 'tea-dev',
      version: 'v1',
      parentRefs: [{ kind: 'ReplicaSet', group: 'apps' }],
      health: { status: 'Healthy' },
      images: [expect.stringMatching(/shopstack-tea:v1$/)],
    });
    const manual = await test.get('/api/v1/applications/manual/resource-tree');
    expect(manual.body.nodes).toMatchObject([
      { kind: 'Secret', health: { status: 'Missing' } },
    ]);
  });

  it('compares desired and live states, and hides secrets in both', async () => {
    const { body } = await test.get(
      '/api/v1/applications/tea-dev/managed-resources?kind=Deployment',
    );
    expect(body.items).toHaveLength(1);
    expect(JSON.parse(body.items[0].targetState).spec.replicas).toBe(2);
    expect(JSON.parse(body.items[0].liveState).status.readyReplicas).toBe(2);
    const manual = await test.get(
      '/api/v1/applications/manual/managed-resources',
    );
    expect(manual.text).not.toContain('open-sesame');
    expect(manual.body.items[0].liveState).toBe('null');
  });

  it('answers windows, links, events, projects and clusters', async () => {
    expect(
      (await test.get('/api/v1/applications/tea-dev/syncwindows')).body,
    ).toEqual({ canSync: true });
    expect((await test.get('/api/v1/applications/tea-dev/links')).status).toBe(
      200,
    );
    expect((await test.get('/api/v1/applications/tea-dev/events')).status).toBe(
      200,
    );
    expect(
      (await test.get('/api/v1/projects')).body.items.map(
        ({ metadata }: any) => metadata.name,
      ),
    ).toEqual(['default']);
    expect((await test.get('/api/v1/projects/nobody')).status).toBe(404);
    expect((await test.get('/api/v1/clusters')).body.items).toMatchObject([
      {
        name: 'in-cluster',
        connectionState: { status: 'Successful' },
        info: { applicationsCount: 4 },
      },
    ]);
    expect((await test.get('/api/v1/unknown')).body).toEqual({
      error: 'Not Found',
      code: 5,
      message: 'Not Found',
    });
  });
});
