import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { parseAwsArn } from './awsArn';
import { type AwsClientSettings, AwsConnections } from './AwsConnections';

const arnIn = (accountId: string, region = 'eu-west-1') =>
  parseAwsArn(`arn:aws:ecr:${region}:${accountId}:repository/cart`, {
    service: 'ecr',
    resourceType: 'repository',
  });
const ONE = arnIn('111111111111');
const OTHER = arnIn('222222222222');

function connect(options: {
  getCredentialProvider?: jest.Mock;
  ratePerSecond?: number;
  burst?: number;
}) {
  const create = jest.fn(async (settings: AwsClientSettings) => settings);
  const getCredentialProvider =
    options.getCredentialProvider ??
    jest.fn(async ({ accountId }) => ({
      accountId,
      sdkCredentialProvider: async () => ({}),
    }));
  const connections = new AwsConnections({
    ...options,
    upstream: 'Amazon ECR',
    credentials: {
      getCredentialProvider,
    } as unknown as AwsCredentialsManager,
    endpoint: 'http://127.0.0.1:1',
    timeoutMs: 5_000,
    concurrency: 2,
    create,
  });
  return { connections, create, getCredentialProvider };
}

describe('AwsConnections', () => {
  it('makes one client for each account and region, at its first use', async () => {
    const { connections, create, getCredentialProvider } = connect({});
    expect(create).not.toHaveBeenCalled();

    const regions = await Promise.all(
      [ONE, ONE, OTHER, arnIn('111111111111', 'us-east-1')].map(arn =>
        connections.read(arn, async ({ region }) => region),
      ),
    );

    expect(regions).toEqual([
      'eu-west-1',
      'eu-west-1',
      'eu-west-1',
      'us-east-1',
    ]);
    expect(create).toHaveBeenCalledTimes(3);
    expect(getCredentialProvider).toHaveBeenCalledWith({
      accountId: '222222222222',
    });
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({
        endpoint: 'http://127.0.0.1:1',
        maxAttempts: 1,
      }),
    );
  });

  it('looks for credentials again when there were none', async () => {
    const { connections, getCredentialProvider } = connect({
      getCredentialProvider: jest
        .fn()
        .mockRejectedValueOnce(new Error('no profile'))
        .mockResolvedValue({ sdkCredentialProvider: async () => ({}) }),
    });
    await expect(
      connections.read(ONE, async () => 'answer'),
    ).rejects.toMatchObject({ fault: 'no-credentials' });
    await expect(connections.read(ONE, async () => 'answer')).resolves.toBe(
      'answer',
    );
    expect(getCredentialProvider).toHaveBeenCalledTimes(2);
  });

  it('counts the rate in each account by itself', async () => {
    jest.useFakeTimers();
    try {
      const { connections } = connect({ ratePerSecond: 1, burst: 1 });
      const call = jest.fn(async (_client, _signal: AbortSignal) => 'answer');
      const answers = [ONE, ONE, ONE, OTHER].map(arn =>
        connections.read(arn, call),
      );
      await jest.advanceTimersByTimeAsync(10);
      expect(call).toHaveBeenCalledTimes(2);
      await jest.advanceTimersByTimeAsync(2_010);
      await expect(Promise.all(answers)).resolves.toHaveLength(4);
    } finally {
      jest.useRealTimers();
    }
  });

  it('writes once, and reads again', async () => {
    const { connections } = connect({});
    const throttled = Object.assign(new Error('Rate exceeded'), {
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 400 },
    });
    const write = jest.fn().mockRejectedValue(throttled);
    await expect(connections.write(ONE, write)).rejects.toMatchObject({
      fault: 'throttled',
    });
    expect(write).toHaveBeenCalledTimes(1);

    const read = jest.fn().mockRejectedValueOnce(throttled);
    await connections.read(ONE, read);
    expect(read).toHaveBeenCalledTimes(2);
  });
});
