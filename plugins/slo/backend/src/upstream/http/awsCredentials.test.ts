import { ConfigReader } from '@backstage/config';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { awsCredentials } from './awsCredentials';
import { AwsSigner } from './AwsSigner';

const ROLE = 'arn:aws:iam::210987654321:role/teams/portal';

describe('awsCredentials', () => {
  let sts: HttpStub;
  const before = process.env.AWS_ENDPOINT_URL_STS;

  beforeAll(async () => {
    sts = await HttpStub.start();
    process.env.AWS_ENDPOINT_URL_STS = sts.url;
  });
  afterAll(async () => {
    if (before === undefined) {
      delete process.env.AWS_ENDPOINT_URL_STS;
    } else {
      process.env.AWS_ENDPOINT_URL_STS = before;
    }
    await sts.close();
  });

  const root = new ConfigReader({
    aws: {
      mainAccount: {
        accessKeyId: 'AKIAMAIN',
        secretAccessKey: 'main-secret',
        region: 'eu-central-1',
      },
      accounts: [
        {
          accountId: '123456789012',
          accessKeyId: 'AKIAOTHER',
          secretAccessKey: 'other-secret',
        },
      ],
    },
  });

  it('gives those of the account', async () => {
    const manager = awsCredentials(root, { type: 'none' })();
    const { sdkCredentialProvider } = await manager.getCredentialProvider({
      accountId: '123456789012',
    });
    await expect(sdkCredentialProvider()).resolves.toMatchObject({
      accessKeyId: 'AKIAOTHER',
    });
  });

  it('assumes a role of its own with those of the main account', async () => {
    sts.reply = () => ({
      headers: { 'content-type': 'text/xml' },
      body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <AssumedRoleUser><Arn>a</Arn><AssumedRoleId>b</AssumedRoleId></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>
        <SessionToken>session</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>`,
    });
    const authentication = {
      type: 'sigv4' as const,
      region: 'eu-central-1',
      service: 'aps',
      roleArn: ROLE,
    };
    const signer = new AwsSigner({
      upstream: 'Prometheus',
      authentication,
      timeoutMs: 20_000,
      aws: awsCredentials(root, authentication),
    });

    await expect(
      signer.headersFor({
        method: 'GET',
        url: new URL('https://aps.example/workspaces/ws-1/api/v1/rules'),
        headers: { Host: 'aps.example' },
      }),
    ).resolves.toMatchObject({
      authorization: expect.stringContaining('Credential=ASIAROLE/'),
      'x-amz-security-token': 'session',
    });
    const [{ body, headers }] = sts.requests;
    expect(new URLSearchParams(body).get('RoleArn')).toBe(ROLE);
    expect(headers.authorization).toContain('Credential=AKIAMAIN/');
  });
});
