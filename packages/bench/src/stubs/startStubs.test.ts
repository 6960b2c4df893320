import { newestDigests } from './content/images';
import { argocdToken } from './settings';
import { startStubs, type StubAddresses } from './startStubs';

describe('startStubs', () => {
  let addresses: StubAddresses;
  let close: () => Promise<void>;

  const aws = async (target: string, input: object) => {
    const response = await fetch(addresses.aws, {
      method: 'POST',
      headers: { 'x-amz-target': target },
      body: JSON.stringify(input),
    });
    return { status: response.status, body: (await response.json()) as any };
  };
  const ecr = (operation: string, input: object) =>
    aws(`AmazonEC2ContainerRegistry_V20150921.${operation}`, input);
  const codebuild = (operation: string, input: object) =>
    aws(`CodeBuild_20161006.${operation}`, input);
  const argocd = async (path: string, token = argocdToken) => {
    const response = await fetch(`${addresses.argocd[0]}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: (await response.json()) as any };
  };
  const control = async (method: string, settings?: object) => {
    const body = JSON.stringify(settings);
    const response = await fetch(addresses.control, { method, body });
    return (await response.json()) as any;
  };

  beforeAll(async () => {
    ({ addresses, close } = await startStubs());
  });
  beforeEach(async () => {
    await control('PUT', { latencyMs: 0, rates: {}, fleet: 2 });
    await control('DELETE');
  });
  afterAll(() => close());

  it('lists images in no order, by pages of at most a thousand', async () => {
    const repositoryName = 'r2500-cart';
    const digests: string[] = [];
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const { body } = await ecr('DescribeImages', {
        repositoryName,
        maxResults: 5000,
        nextToken,
      });
      sizes.push(body.imageDetails.length);
      digests.push(...body.imageDetails.map((each: any) => each.imageDigest));
      nextToken = body.nextToken;
    } while (nextToken);

    expect(sizes).toEqual([1000, 1000, 500]);
    expect(new Set(digests).size).toBe(2500);
    const newest = newestDigests(repositoryName, 10);
    expect(digests).toEqual(expect.arrayContaining(newest));
    expect(digests.slice(0, 100)).not.toEqual(expect.arrayContaining(newest));
    const { calls, operations } = await control('GET');
    expect(calls).toBe(3);
    expect(operations['ecr DescribeImages'].subjects).toBe(3);
  });

  it('gives a hundred images when it is not told how many', async () => {
    const { body } = await ecr('DescribeImages', {
      repositoryName: 'r2500-cart',
    });
    expect(body.imageDetails).toHaveLength(100);
  });

  it('answers for builds that are there and names those that are not', async () => {
    const listed = await codebuild('ListBuildsForProject', {
      projectName: 'p40-cart',
    });
    expect(listed.body.ids).toHaveLength(40);
    const { body } = await codebuild('BatchGetBuilds', {
      ids: [listed.body.ids[0], 'p40-cart:gone'],
    });
    expect(body.builds).toMatchObject([{ buildNumber: 40 }]);
    expect(body.buildsNotFound).toEqual(['p40-cart:gone']);
    const tooMany = await codebuild('BatchGetBuilds', {
      ids: Array(101).fill(listed.body.ids[0]),
    });
    expect(tooMany.status).toBe(501);
  });

  it('finds projects by tags', async () => {
    const { body } = await aws(
      'ResourceGroupsTaggingAPI_20170126.GetResources',
      {
        TagFilters: [
          { Key: 'projects', Values: ['2'] },
          { Key: 'builds', Values: ['40'] },
          { Key: 'group', Values: ['cart'] },
        ],
      },
    );
    expect(
      body.ResourceTagMappingList.map((each: any) => each.ResourceARN),
    ).toEqual([
      'arn:aws:codebuild:us-east-1:123456789012:project/p40-cart-1',
      'arn:aws:codebuild:us-east-1:123456789012:project/p40-cart-2',
    ]);
  });

  it('selects applications and their fields', async () => {
    const one = await argocd(
      'applications?selector=shopstack.dev/service=cart',
    );
    expect(one.body.items).toHaveLength(1);
    expect(one.body.items[0].status.history).toHaveLength(10);
    const all = await argocd('applications?fields=items.metadata.name');
    expect(all.body.items).toEqual([
      { metadata: { name: 'service-0001-dev' } },
      { metadata: { name: 'service-0002-dev' } },
    ]);
  });

  it('keeps a stream open', async () => {
    const end = new AbortController();
    const response = await fetch(
      `${addresses.argocd[0]}/api/v1/stream/applications`,
      {
        headers: { authorization: `Bearer ${argocdToken}` },
        signal: end.signal,
      },
    );
    expect(response.status).toBe(200);
    end.abort();
    expect((await control('GET')).operations['argocd-1 stream'].calls).toBe(1);
  });

  it('pages through a cluster, and ends a watch in time', async () => {
    const ask = async (path: string) => {
      const response = await fetch(`${addresses.kubernetes}${path}`);
      return { status: response.status, text: await response.text() };
    };
    const pods = '/api/v1/pods?labelSelector=shopstack.dev%2Fservice';
    const { metadata, items } = JSON.parse((await ask(`${pods}&limit=3`)).text);
    expect(items).toHaveLength(3);
    const rest = await ask(`${pods}&limit=3&continue=${metadata.continue}`);
    expect(JSON.parse(rest.text)).toMatchObject({
      items: [{ metadata: { namespace: 'service-0002-dev' } }],
      metadata: { resourceVersion: '1000' },
    });
    expect(await ask(`${pods}&watch=true&timeoutSeconds=0`)).toEqual({
      status: 200,
      text: '',
    });
    expect((await ask('/apis/argoproj.io/v1alpha1/rollouts')).status).toBe(404);
    expect(await control('GET')).toMatchObject({
      operations: {
        'kubernetes list pods': { calls: 2, subjects: 2 },
        'kubernetes watch pods': { calls: 1 },
      },
      unexpected: [],
    });
  });

  it('refuses above the rate of a source, and only there', async () => {
    await control('PUT', { rates: { ecr: { perSecond: 1, burst: 2 } } });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        ecr('DescribeImages', { repositoryName: 'r10-cart' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400]);
    expect(answers.find(({ status }) => status === 400)?.body.__type).toBe(
      'ThrottlingException',
    );
    await codebuild('BatchGetProjects', { names: ['p40-cart'] });
    expect(await control('GET')).toMatchObject({ calls: 4, throttled: 1 });
  });

  it.each([
    ['an operation', () => ecr('PutImage', { repositoryName: 'r10-cart' })],
    ['a repository', () => ecr('DescribeImages', { repositoryName: '../x' })],
    ['a path', () => argocd('applications/cart-dev/manifests')],
    ['a selector', () => argocd('applications?selector=team=checkout')],
    ['a token', () => argocd('applications', 'stolen')],
  ])('remembers %s that nobody has a reason to use', async (_, ask) => {
    expect((await ask()).status).toBe(501);
    expect((await control('GET')).unexpected).toHaveLength(1);
  });

  it('answers as late as it is told', async () => {
    await control('PUT', { latencyMs: 80 });
    const started = performance.now();
    await ecr('DescribeImages', { repositoryName: 'r10-cart' });
    expect(performance.now() - started).toBeGreaterThan(79);
  });
});
