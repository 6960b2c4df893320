import { TestCluster, workload } from '../__testUtils__/openCluster';

describe('lists of the API server', () => {
  const path = '/apis/apps/v1/deployments';
  let test: TestCluster;

  beforeAll(() => {
    test = new TestCluster();
    for (const [name, labels] of [
      ['tea', { 'shopstack.dev/service': 'tea' }],
      ['milk', { 'shopstack.dev/service': '' }],
      ['sugar', {}],
    ] as [string, Record<string, string>][]) {
      test.create(workload('Deployment', { name, labels }));
    }
  });
  afterAll(() => test.close());

  const list = async (query: object, from = path) =>
    (await test.get(from).query(query)).body;
  const names = (body: any) =>
    body.items.map(({ metadata }: any) => metadata.name);

  it('selects by whether there is a label, whatever its value', async () => {
    const labelled = { labelSelector: 'shopstack.dev/service' };
    const bare = { labelSelector: '!shopstack.dev/service' };
    expect(names(await list(labelled))).toEqual(['milk', 'tea']);
    expect(names(await list(bare))).toEqual(['sugar']);
  });

  it('selects by the fields of a kind alone', async () => {
    const warnings = { fieldSelector: 'type=Warning' };
    expect((await list(warnings, '/api/v1/events')).kind).toBe('EventList');
    expect(await list(warnings)).toMatchObject({
      code: 400,
      message: 'field label not supported: type',
    });
    expect(await list({ fieldSelector: 'reason=x' }, '/api/v1/pods')).toEqual(
      expect.objectContaining({ code: 400 }),
    );
  });

  it('counts what is left only where nothing is selected', async () => {
    expect((await list({ limit: 1 })).metadata.remainingItemCount).toBe(2);
    const selected = await list({ limit: 1, labelSelector: 'app' });
    expect(selected.metadata.continue).toBeDefined();
    expect(selected.metadata.remainingItemCount).toBeUndefined();
  });

  it('goes on with the version that the first page had, as long as it knows it', async () => {
    const first = await list({ limit: 1 });
    const { resourceVersion, continue: next } = first.metadata;
    test.create(workload('Deployment', { name: 'zest' }));
    const second = await list({ limit: 1, continue: next });
    expect(second.metadata.resourceVersion).toBe(resourceVersion);
    for (let replicas = 0; replicas < 2_100; replicas += 1) {
      test.change('Deployment', 'zest', { replicas });
    }
    const late = await test.get(path).query({ limit: 1, continue: next });
    expect(late.status).toBe(410);
    expect(late.body).toMatchObject({ code: 410, reason: 'Expired' });
  });

  it('refuses what is no limit', async () => {
    expect(await list({ limit: 'many' })).toMatchObject({ code: 400 });
  });
});
