import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { awsAnswer, awsError, HttpStub, readAwsRequest } from '../../testing';
import { readAwsLocator } from '../awsLocator';
import { TaggedResources } from './TaggedResources';

const ACCOUNTS = ['111111111111', '222222222222'];
const repository = (account: string, name: string) =>
  `arn:aws:ecr:eu-west-1:${account}:repository/${name}`;
const query = {
  resourceType: 'ecr:repository',
  tags: { service: 'cart', team: 'checkout' },
} as const;

describe('TaggedResources', () => {
  let stub: HttpStub;
  let resources: TaggedResources;

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => {
    const config = new ConfigReader({
      aws: {
        accounts: ACCOUNTS.map(accountId => ({
          accountId,
          accessKeyId: `key-of-${accountId}`,
          secretAccessKey: 'secret',
        })),
        locator: {
          resourceTaggingApi: { regions: ['eu-west-1'], endpoint: stub.url },
        },
      },
    });
    resources = new TaggedResources({
      config: readAwsLocator(config),
      credentials: DefaultAwsCredentialsManager.fromConfig(config),
      ratePerSecond: 1_000,
    });
  });
  afterEach(() => stub.reset());
  afterAll(() => stub.close());

  /** The account is in the credentials alone. */
  const accountOf = (authorization?: string) =>
    ACCOUNTS.find(account => authorization?.includes(account))!;

  it('reads all pages of all accounts', async () => {
    stub.reply = request => {
      const account = accountOf(request.headers.authorization);
      const page = Number(readAwsRequest(request).input.PaginationToken ?? 0);
      return awsAnswer({
        PaginationToken: page < 2 ? `${page + 1}` : '',
        ResourceTagMappingList: [
          { ResourceARN: repository(account, `page-${page}`) },
          { ResourceARN: repository(account, 'on-every-page') },
          { ResourceARN: `arn:aws:codebuild:eu-west-1:${account}:project/x` },
          { ResourceARN: null },
        ],
      });
    };
    const found = await resources.find(query);
    expect(found.map(({ arn }) => arn)).toEqual(
      ACCOUNTS.flatMap(account => [
        repository(account, 'on-every-page'),
        ...[0, 1, 2].map(page => repository(account, `page-${page}`)),
      ]),
    );
    expect(stub.requests).toHaveLength(6);
    const { operation, input } = readAwsRequest(stub.requests[0]);
    expect(operation).toBe('GetResources');
    expect(input).toEqual({
      ResourceTypeFilters: ['ecr:repository'],
      TagFilters: [
        { Key: 'service', Values: ['cart'] },
        { Key: 'team', Values: ['checkout'] },
      ],
      ResourcesPerPage: 100,
    });
  });

  it('finds secrets, whose names part with a colon', async () => {
    const arn =
      'arn:aws:secretsmanager:eu-west-1:111111111111:secret:cart/db-aBcDeF';
    stub.reply = () =>
      awsAnswer({ ResourceTagMappingList: [{ ResourceARN: arn }] });
    await expect(
      resources.findIn(resources.places[0], {
        resourceType: 'secretsmanager:secret',
        tags: { service: 'cart' },
      }),
    ).resolves.toMatchObject([{ arn, resource: 'cart/db-aBcDeF' }]);
  });

  it('lets one account fail by itself', async () => {
    stub.reply = request =>
      accountOf(request.headers.authorization) === ACCOUNTS[0]
        ? awsError('AccessDeniedException')
        : awsAnswer({ ResourceTagMappingList: [] });
    const [refused, fine] = resources.places.map(place =>
      resources.findIn(place, query),
    );
    await expect(refused).rejects.toMatchObject({ fault: 'forbidden' });
    await expect(fine).resolves.toEqual([]);
  });

  it.each([
    [
      'a page that repeats',
      { PaginationToken: 'x', ResourceTagMappingList: [] },
    ],
    ['no list', {}],
  ])('takes %s for no answer', async (_what, answer) => {
    stub.reply = () => awsAnswer(answer);
    await expect(
      resources.findIn(resources.places[0], query),
    ).rejects.toMatchObject({ fault: 'malformed' });
    expect(stub.requests.length).toBeLessThanOrEqual(2);
  });
});
