import { listen, type Listener } from '../http/listen';
import { createTestWorld } from '../world/createTestWorld';
import { arnOf } from './account';
import { createAwsSimulator } from './createAwsSimulator';
import { callAws } from './testing/callAws';
import type { RegistryRepository, Secret } from './types';

const CREATED = '2026-01-01T00:00:00.000Z';

describe('Secrets Manager and the tagging API', () => {
  const world = createTestWorld();
  let listener: Listener;

  beforeAll(async () => {
    listener = await listen(createAwsSimulator({ world }).app, 0);
    for (const name of [
      'shopstack/dev/cart',
      'shopstack/dev/order',
      'shopstack/prod/order',
    ]) {
      const service = name.split('/')[2];
      const secret: Secret = {
        name,
        arn: arnOf('secretsmanager', `secret:${name}`),
        description: '',
        createdAt: CREATED,
        lastChangedAt: CREATED,
        tags: { service },
      };
      world.store.put('secret', name, secret);
    }
    const repository: RegistryRepository = {
      name: 'shopstack-order',
      arn: arnOf('ecr', 'repository/shopstack-order'),
      createdAt: CREATED,
      scanOnPush: true,
      tagMutability: 'IMMUTABLE',
      tags: { service: 'order' },
    };
    world.store.put('ecr-repository', repository.name, repository);
  });

  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  const call = (target: string, input: object) => {
    const service = target.startsWith('secrets') ? 'secretsmanager' : 'tagging';
    return callAws(listener.url, { service, target, input });
  };
  const names = (body: { SecretList: { Name: string }[] }) =>
    body.SecretList.map(({ Name }) => Name);

  it('lists names and dates of secrets page by page, and never a value', async () => {
    const first = await call('secretsmanager.ListSecrets', { MaxResults: 2 });
    expect(names(first)).toEqual(['shopstack/dev/cart', 'shopstack/dev/order']);
    const rest = await call('secretsmanager.ListSecrets', {
      NextToken: first.NextToken,
    });
    expect(names(rest)).toEqual(['shopstack/prod/order']);
    const filtered = await call('secretsmanager.ListSecrets', {
      Filters: [{ Key: 'name', Values: ['shopstack/prod'] }],
    });
    expect(names(filtered)).toEqual(['shopstack/prod/order']);
    expect(
      await call('secretsmanager.DescribeSecret', {
        SecretId: 'shopstack/dev/cart',
      }),
    ).toMatchObject({
      Name: 'shopstack/dev/cart',
      CreatedDate: Date.parse(CREATED) / 1000,
    });
    expect(
      await call('secretsmanager.DescribeSecret', { SecretId: 'no' }),
    ).toMatchObject({
      __type: 'ResourceNotFoundException',
    });
    expect(
      await call('secretsmanager.GetSecretValue', {
        SecretId: 'shopstack/dev/cart',
      }),
    ).toMatchObject({ __type: 'AccessDeniedException' });
  });

  it('finds resources by tag and type', async () => {
    const find = async (input: object) => {
      const body = await call(
        'ResourceGroupsTaggingAPI_20170126.GetResources',
        input,
      );
      return body.ResourceTagMappingList.map(
        ({ ResourceARN }: { ResourceARN: string }) => ResourceARN,
      );
    };
    const TagFilters = [{ Key: 'service', Values: ['order'] }];
    expect(await find({ TagFilters })).toHaveLength(3);
    expect(
      await find({ TagFilters, ResourceTypeFilters: ['ecr:repository'] }),
    ).toEqual([
      'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-order',
    ]);
    expect(await find({ TagFilters: [{ Key: 'absent' }] })).toEqual([]);
  });
});
