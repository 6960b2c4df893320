import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { readSecretsConfig } from '../secretsConfig';
import { SecretsClient } from './SecretsClient';

const place = {
  partition: 'aws',
  accountId: '123456789012',
  region: 'us-east-1',
};
const question = { names: [], tags: { service: 'cart' } };

describe('SecretsClient', () => {
  let stub: HttpStub;

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  afterAll(() => stub.close());
  beforeEach(() => stub.reset());

  const clientOf = (secrets: object = {}) => {
    const config = new ConfigReader({
      aws: {
        accounts: [
          {
            accountId: '123456789012',
            accessKeyId: 'KEY',
            secretAccessKey: 'SECRET',
          },
        ],
      },
      operations: {
        secrets: { endpoint: stub.url, timeoutSeconds: 0.5, ...secrets },
      },
    });
    return new SecretsClient(
      readSecretsConfig(config),
      DefaultAwsCredentialsManager.fromConfig(config),
    );
  };
  const page = (names: string[], NextToken?: string) => ({
    body: {
      NextToken,
      SecretList: names.map(Name => ({
        Name,
        ARN: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${Name}`,
        CreatedDate: 1767225600,
        Tags: [{ Key: 'service', Value: 'cart' }],
      })),
    },
  });
  const error = (status: number, type: string) => ({
    status,
    headers: { 'x-amzn-errortype': type },
    body: { __type: type, message: 'raw words of AWS' },
  });
  const bodies = () => stub.requests.map(({ body }) => JSON.parse(body));

  it('reads all pages of ListSecrets, and asks nothing else', async () => {
    stub.reply = ({ body }) =>
      JSON.parse(body).NextToken === 'n' ? page(['b']) : page(['a'], 'n');
    const secrets = await clientOf().find(place, question);
    expect(secrets.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(secrets[0].createdAt).toBe('2026-01-01T00:00:00.000Z');
    expect(stub.requests.map(({ headers }) => headers['x-amz-target'])).toEqual(
      ['secretsmanager.ListSecrets', 'secretsmanager.ListSecrets'],
    );
    expect(bodies()[0]).toEqual({
      MaxResults: 100,
      Filters: [
        { Key: 'tag-key', Values: ['service'] },
        { Key: 'tag-value', Values: ['cart'] },
      ],
    });
  });

  it('asks for ten names at once, and takes each secret once', async () => {
    stub.reply = () => page(['p0', 'p11']);
    const names = Array.from({ length: 12 }, (_, index) => ({
      prefix: `p${index}`,
    }));
    const secrets = await clientOf().find(place, { names });
    expect(secrets.map(({ name }) => name)).toEqual(['p0', 'p11']);
    expect(
      bodies().map(({ Filters }) => [Filters[0].Key, Filters[0].Values.length]),
    ).toEqual([
      ['name', 10],
      ['name', 2],
    ]);
  });

  it('never sends a value that would turn a filter round', async () => {
    stub.reply = () => page([]);
    await clientOf().find(place, {
      names: [],
      tags: { '!service': '!cart', ünïcode: 'x'.repeat(600), tier: '1' },
    });
    expect(bodies()[0].Filters).toEqual([
      { Key: 'tag-key', Values: ['tier'] },
      { Key: 'tag-value', Values: ['1'] },
    ]);
  });

  it('ends where the same token comes again', async () => {
    stub.reply = () => page(['a'], 'same');
    expect(await clientOf().find(place, question)).toHaveLength(1);
    expect(stub.requests).toHaveLength(2);
  });

  it('says when there are too many to be of one service', async () => {
    let next = 0;
    stub.reply = () => page(['a', 'b'], String((next += 1)));
    await expect(
      clientOf({ maxSecrets: 4 }).find(place, question),
    ).rejects.toThrow('More than 4 secrets');
  });

  it.each([
    [error(400, 'UnrecognizedClientException'), 'credentials-refused'],
    [error(400, 'AccessDeniedException'), 'forbidden'],
    [error(400, 'ThrottlingException'), 'throttled'],
    [error(429, 'TooManyRequestsException'), 'throttled'],
    [error(500, 'InternalServiceError'), 'failed'],
    [{ status: 404, body: {} }, 'not-found'],
    [{ body: 'no json' }, 'malformed'],
    ['hang' as const, 'timed-out'],
    ['cut' as const, 'unreachable'],
  ])('tells what %j means', async (reply, fault) => {
    stub.reply = () => reply;
    await expect(clientOf().find(place, question)).rejects.toMatchObject({
      fault,
      message: expect.not.stringContaining('raw words'),
    });
  });

  it('says that it has no credentials for an account', async () => {
    await expect(
      clientOf().find({ ...place, accountId: '999999999999' }, question),
    ).rejects.toMatchObject({ fault: 'no-credentials' });
    expect(stub.requests).toEqual([]);
  });

  it('knows no command that answers a value', () => {
    const sources = readdirSync(__dirname)
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(file => readFileSync(join(__dirname, file), 'utf8'));
    expect(sources.join()).toContain('ListSecretsCommand');
    expect(sources.join()).not.toMatch(/SecretValue|SecretString|SecretBinary/);
  });
});
